import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../src/private-neo4j/free-port';

const ROOT = '/usr/lib/postgresql';

/** Whether a PostgreSQL server is installed in Debian's location. */
export const hasPostgres = (): boolean => existsSync(ROOT);

export interface Postgres {
  readonly url: string;
  /** Runs statements or commands of psql. */
  psql(commands: string): void;
  /** Dumps the database to a file or folder and returns its path. */
  dump(format: 'tar' | 'directory' | 'plain' | 'custom'): string;
  stop(): void;
}

/** Starts a PostgreSQL on a free port, in a folder that is removed when it stops. */
export async function startPostgres(): Promise<Postgres> {
  const bin = join(ROOT, readdirSync(ROOT).sort((a, b) => Number(b) - Number(a))[0], 'bin');
  const folder = mkdtempSync(join(tmpdir(), 'reelgraph-postgres-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const run = (program: string, args: string[], input?: string) =>
    execFileSync(join(bin, program), args, {
      ...user,
      cwd: folder,
      input,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
  run('initdb', ['-D', data, '-U', 'reelgraph', '--auth=trust', '--encoding=UTF8', '--no-sync']);
  const port = await freePort();
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  const url = `postgres://reelgraph@127.0.0.1:${port}/postgres`;
  return {
    url,
    psql: (commands) => void run('psql', ['-v', 'ON_ERROR_STOP=1', '-q', url], commands),
    dump: (format) => {
      const path = join(folder, `dump-${format}${format === 'plain' ? '.sql' : ''}`);
      run('pg_dump', [`--format=${format}`, `--file=${path}`, url]);
      return path;
    },
    stop: () => {
      run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root, so it runs as the user that its package created. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
