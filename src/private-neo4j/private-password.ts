import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';
import { AppError } from '../app-error';

/**
 * Returns the password of a home's private server. Creates it on the first call, readable by its owner only.
 * @throws AppError CANNOT_START if the file is empty
 */
export function privatePassword(home: string): string {
  const file = join(home, 'password');
  const password = existsSync(file) ? readFileSync(file, 'utf8') : createPassword(file);
  if (password) return password;
  const message = `The password file ${file} is empty. Restore it from a backup; or delete it together with ${join(home, 'neo4j')} to start with an empty graph.`;
  throw new AppError('CANNOT_START', message);
}

function createPassword(file: string): string {
  const password = randomBytes(24).toString('base64url');
  writeFileSync(`${file}.new`, password, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return password;
}

/** The initial password of Neo4j, which can only be used to set another password. */
const FACTORY_PASSWORD = 'neo4j';
const SET_PASSWORD = 'ALTER CURRENT USER SET PASSWORD FROM $factory TO $password';

/** Makes sure that a server accepts the password. Sets it if the server is new. */
export async function usePassword(uri: string, password: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password));
  try {
    await driver.getServerInfo();
  } catch (error) {
    if (!(error instanceof Neo4jError) || !error.code.includes('Unauthorized')) throw error;
    await replaceFactoryPassword(uri, password);
  } finally {
    await driver.close();
  }
}

async function replaceFactoryPassword(uri: string, password: string): Promise<void> {
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', FACTORY_PASSWORD));
  try {
    const parameters = { factory: FACTORY_PASSWORD, password };
    await driver.executeQuery(SET_PASSWORD, parameters, { database: 'system' });
  } finally {
    await driver.close();
  }
}
