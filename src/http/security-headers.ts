import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Directives = Record<string, string[]>;

/** Pages load nothing from other sites unless their directives say so. */
const DIRECTIVES: Directives = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
};

/**
 * Creates the security headers of a page. They do not require HTTPS, because a server on loopback does not have it.
 * @param directives of the Content-Security-Policy, which extend or override the common ones
 */
export const securityHeaders = (directives: Directives): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...DIRECTIVES, ...directives } },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
  });
