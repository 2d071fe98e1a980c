import { z } from 'zod';
import { AppError } from './app-error';
import type { GraphMapping } from './graph/graph-mapping';
import { readMappingFile } from './mapping-file';

const port = z.coerce.number().int().min(0).max(65_535);
const basePath = z
  .string()
  .regex(/^(\/[\w.~-]+)*\/?$/)
  .default('')
  .transform((path) => path.replace(/\/$/, ''));
const graphUri = z.string().regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/@]+(\/[^\s@]*)?$/);

/** A switch. */
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const jwksUrl = z.string().regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])\S+$/);
const origins = z
  .string()
  .transform((list) => list.split(',').map((origin) => origin.trim()))
  .pipe(z.array(z.string().regex(/^https?:\/\/[^\s/*]+$/)));

/** The expected values of each environment variable, for error messages. */
const EXPECTED: Record<string, string> = {
  PORT: 'an integer between 0 and 65535; 0 picks a free port',
  BASE_PATH: 'the path that the server is mounted under, such as /reelgraph; empty for the root',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  NEO4J_URI:
    'a URI such as neo4j+s://xxxx.databases.neo4j.io or bolt://127.0.0.1:7687, without user name and password (set NEO4J_USERNAME and NEO4J_PASSWORD)',
  NEO4J_USERNAME: 'a user name',
  NEO4J_PASSWORD: 'the password of the user; required if NEO4J_URI is set',
  NEO4J_DATABASE: 'the name of a database',
  GRAPH_WAIT_SECONDS: 'an integer between 0 and 86400',
  REELGRAPH_CONFIG: 'the path of a mapping file',
  REELGRAPH_HOME: 'a writable folder',
  TFJS_ENGINE: 'auto, tensorflow, wasm or cpu',
  SEARCH: 'memory or index',
  LOG_LEVEL: 'trace, debug, info, warn, error, fatal or silent',
  AUTH_SECRET: 'a secret of at least 32 characters that signs HS256 tokens, and AUTH_JWKS_URL to be unset',
  AUTH_JWKS_URL: 'the https:// URL of a JSON Web Key Set, and AUTH_SECRET to be unset',
  AUTH_ISSUER: 'the issuer (iss) of tokens',
  AUTH_AUDIENCE: 'the audience (aud) of tokens',
  INTROSPECTION: 'on or off',
  MCP: 'on or off',
  AUTO_TRAIN: 'on or off',
  CORS_ORIGINS: 'origins separated by commas, such as https://shop.example',
  TRUSTED_DOCUMENTS: 'the path of a manifest written by npm run trusted-documents',
  TRUSTED_PROXIES: 'the number of proxies in front of the server, an integer between 0 and 10',
  ANONYMOUS_PER_MINUTE: 'an integer ≥ 1',
  NODE_ENV: 'development, test or production',
};

/** Variables whose values are never shown or passed to child processes. */
export const SECRETS: ReadonlySet<string> = new Set(['NEO4J_PASSWORD', 'AUTH_SECRET']);

const environment = z
  .object({
    PORT: port.default(4000),
    BASE_PATH: basePath,
    HOST: z.string().min(1).default('127.0.0.1'),
    NEO4J_URI: graphUri.optional(),
    NEO4J_USERNAME: z.string().min(1).default('neo4j'),
    NEO4J_PASSWORD: z.string().min(1).optional(),
    NEO4J_DATABASE: z.string().min(1).optional(),
    GRAPH_WAIT_SECONDS: z.coerce.number().int().min(0).max(86_400).default(60),
    REELGRAPH_CONFIG: z.string().min(1).optional(),
    REELGRAPH_HOME: z.string().min(1).default('./var'),
    TFJS_ENGINE: z.enum(['auto', 'tensorflow', 'wasm', 'cpu']).default('auto'),
    SEARCH: z.enum(['memory', 'index']).default('memory'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    AUTH_SECRET: z.string().min(32).optional(),
    AUTH_JWKS_URL: jwksUrl.optional(),
    AUTH_ISSUER: z.string().min(1).default('reelgraph'),
    AUTH_AUDIENCE: z.string().min(1).default('reelgraph'),
    INTROSPECTION: onOff.optional(),
    MCP: onOff.default(false),
    AUTO_TRAIN: onOff.default(true),
    CORS_ORIGINS: origins.default([]),
    TRUSTED_DOCUMENTS: z.string().min(1).optional(),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    ANONYMOUS_PER_MINUTE: z.coerce.number().int().min(1).default(300),
    NODE_ENV: z.string().optional(),
  })
  .superRefine((values, context) => {
    if (values.NEO4J_URI && !values.NEO4J_PASSWORD) {
      context.addIssue({ code: 'custom', path: ['NEO4J_PASSWORD'], message: 'missing' });
    }
    if (values.AUTH_SECRET && values.AUTH_JWKS_URL) {
      context.addIssue({ code: 'custom', path: ['AUTH_JWKS_URL'], message: 'set together with AUTH_SECRET' });
    }
  })
  .transform((values) => ({
    port: values.PORT,
    host: values.HOST,
    basePath: values.BASE_PATH,
    neo4j: values.NEO4J_URI
      ? {
          uri: values.NEO4J_URI,
          username: values.NEO4J_USERNAME,
          password: values.NEO4J_PASSWORD as string,
          database: values.NEO4J_DATABASE,
        }
      : undefined,
    graphWaitSeconds: values.GRAPH_WAIT_SECONDS,
    home: values.REELGRAPH_HOME,
    engine: values.TFJS_ENGINE,
    search: values.SEARCH,
    logLevel: values.LOG_LEVEL,
    auth: authSettings(values),
    isProduction: values.NODE_ENV === 'production',
    introspection: values.INTROSPECTION ?? values.NODE_ENV !== 'production',
    mcp: values.MCP,
    autoTrain: values.AUTO_TRAIN,
    corsOrigins: values.CORS_ORIGINS,
    trustedDocuments: values.TRUSTED_DOCUMENTS,
    trustedProxies: values.TRUSTED_PROXIES,
    anonymousPerMinute: values.ANONYMOUS_PER_MINUTE,
  }));

/** How to verify tokens. */
export interface AuthSettings {
  /** A shared secret, or the URL of the public keys. */
  keys: { secret: string } | { jwksUrl: string };
  issuer: string;
  audience: string;
}

function authSettings(values: {
  AUTH_SECRET?: string;
  AUTH_JWKS_URL?: string;
  AUTH_ISSUER: string;
  AUTH_AUDIENCE: string;
}): AuthSettings | undefined {
  const { AUTH_SECRET: key, AUTH_JWKS_URL: jwksUrl, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience } = values;
  if (key) return { keys: { secret: key }, issuer, audience };
  return jwksUrl ? { keys: { jwksUrl }, issuer, audience } : undefined;
}

/**
 * The settings from the environment. Without `neo4j` a private server is started; without `auth` no tokens are
 * required.
 */
export type Settings = z.infer<typeof environment> & {
  /** The names of the graph, from the mapping file. Default: the tutorial's names. */
  readonly mapping?: GraphMapping;
};

/**
 * Reads the settings from environment variables and the mapping file. An empty variable counts as unset.
 * @throws AppError CANNOT_START that names each invalid variable or JSON path, its value and what is expected
 */
export function parseSettings(variables: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) return { ...parsed.data, mapping: readMappingFile(given.REELGRAPH_CONFIG) };
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  const lines = names.map((name) => `${describeValue(name, given[name])}: expected ${EXPECTED[name]}.`);
  throw new AppError('CANNOT_START', lines.join('\n'));
}

function describeValue(name: string, value: string | undefined): string {
  if (value === undefined) return `Missing ${name}`;
  if (SECRETS.has(name)) return `Invalid ${name} (value hidden)`;
  return `Invalid ${name} ${JSON.stringify(maskPassword(value))}`;
}

/** Hides the user name and password of a URI. */
const maskPassword = (value: string) => value.replace(/\/\/.*@/, '//***@');
