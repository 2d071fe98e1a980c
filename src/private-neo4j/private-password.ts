import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';

/** The password of a private server, made once for a home and readable by its owner alone. */
export function privatePassword(home: string): string {
  const file = join(home, 'password');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(`${file}.new`, password, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
}

/** What every new Neo4j starts with; it may be used for nothing but to set another one. */
const FACTORY_PASSWORD = 'neo4j';
const SET_PASSWORD = 'ALTER CURRENT USER SET PASSWORD FROM $factory TO $password';

/** Makes sure that a server takes the password: one that was never logged in to gets it now. */
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
