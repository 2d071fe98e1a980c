import { createHash } from 'node:crypto';
import type { Viewer } from '../../graphql/access/viewer';
import type { Authenticated } from '../authenticate';
import type { Allowance } from './allowance';

/** The sender of a request, over any transport. */
export interface Caller {
  readonly viewer: Viewer;
  /** Identifies the caller in all counters. */
  readonly key: string;
  readonly allowance: Allowance;
  /** When the token expires, in milliseconds since 1970; undefined without a token. */
  readonly expiresAt?: number;
}

/**
 * Returns the key of a caller: the customer or subject of the token, otherwise the token itself, otherwise the address.
 */
export function callerKey(
  { viewer, subject }: Authenticated,
  token: string | undefined,
  address: string,
): string {
  if (viewer.role === 'customer') return `customer ${viewer.customerId}`;
  if (subject !== undefined) return `${viewer.role} ${subject}`;
  if (token !== undefined) return createHash('sha256').update(token).digest('base64');
  return addressKey(address);
}

/** Returns the key of an address. All addresses of an IPv6 /64 network belong to one caller. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1];
  if (!address.includes(':')) return address;
  const [head, tail = ''] = address.split('%')[0].split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const expanded = address.includes('::') ? [...groups, ...Array<string>(missing).fill('0')] : groups;
  return `${expanded.slice(0, 4).join(':')}::/64`;
}
