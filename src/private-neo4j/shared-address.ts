import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphAddress } from '../graph/open-driver';
import { privatePassword } from './private-password';

const PORT = /^server\.bolt\.listen_address=127\.0\.0\.1:(\d+)$/m;

/** Returns the address of the private server that another process runs in a home; undefined if there is none. */
export function sharedAddress(home: string): GraphAddress | undefined {
  const file = join(home, 'neo4j', 'conf', 'neo4j.conf');
  const port = existsSync(file) ? PORT.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return port
    ? { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password: privatePassword(home) }
    : undefined;
}
