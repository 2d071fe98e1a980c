import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { writeEmbeddings } from '../../src/embeddings/write-embeddings';
import { connectGraph } from '../../src/graph/connect-graph';
import type { GraphAddress } from '../../src/graph/open-driver';
import { distributionFolder, gdsVersion } from '../../src/private-neo4j/distribution';
import { runningProcess } from '../../src/private-neo4j/running-process';
import { startPrivateNeo4j } from '../../src/private-neo4j/start-private-neo4j';
import { silentProgress } from '../../src/progress';
import { importSample } from '../../src/store/sample/import-sample';

const FETCHED = join(__dirname, '..', '..', 'var', 'test', 'distribution');

/** Creates a home with Neo4j's jars. */
function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'reelgraph-neo4j-'));
  symlinkSync(FETCHED, join(home, 'distribution'));
  return home;
}

/** Starts a server from another process. */
async function startApart(home: string) {
  const parent = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'start-server.ts'), home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
  const address: GraphAddress = { ...(JSON.parse(line) as GraphAddress), username: 'neo4j' };
  return { parent, address, pid: Number(readFileSync(join(home, 'neo4j', 'pid'), 'utf8')) };
}

async function untilEnded(pid: number): Promise<void> {
  while (runningProcess(pid)) await wait(50);
}

describe('a private Neo4j', () => {
  it('stops when its parent is killed, and the next start finds the data and the password', async () => {
    const home = newHome();
    const { parent, address, pid } = await startApart(home);
    const graph = await connectGraph(address);
    await graph.write('CREATE (:Kept {name: "whole"})');
    await graph.close();
    parent.kill('SIGKILL');
    await untilEnded(pid);

    const next = await startPrivateNeo4j({ home, progress: silentProgress, shortLived: true });
    expect(next.password).toBe(address.password);
    const again = await connectGraph(next);
    expect(await again.read('MATCH (kept:Kept) RETURN kept.name AS name')).toEqual([{ name: 'whole' }]);
    await again.close();
    await next.stop();
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600);
  });

  it('starts over if the first start was interrupted and left incomplete databases', async () => {
    const home = newHome();
    const system = join(home, 'neo4j', 'data', 'databases', 'system');
    mkdirSync(system, { recursive: true });
    for (const file of ['neostore', 'neostore.nodestore.db']) writeFileSync(join(system, file), 'half made');
    const server = await startPrivateNeo4j({ home, progress: silentProgress, shortLived: true });
    const graph = await connectGraph(server);
    expect(await graph.read('MATCH (node) RETURN count(node) AS nodes')).toEqual([{ nodes: 0 }]);
    await graph.close();
    await server.stop();
  });

  it('ends a server that was left behind when parent and keeper were killed', async () => {
    const home = newHome();
    const { parent, address, pid } = await startApart(home);
    const graph = await connectGraph(address);
    await graph.write('CREATE (:Kept)');
    await graph.close();
    process.kill(keeperOf(pid), 'SIGKILL');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(runningProcess(pid)).toBeDefined();

    const next = await startPrivateNeo4j({ home, progress: silentProgress, shortLived: true });
    expect(runningProcess(pid)).toBeUndefined();
    const again = await connectGraph(next);
    expect(await again.read('MATCH (kept:Kept) RETURN count(kept) AS count')).toEqual([{ count: 1 }]);
    await again.close();
    await next.stop();
  });

  it('works without Graph Data Science, and explains how to get embeddings', async () => {
    const home = mkdtempSync(join(tmpdir(), 'reelgraph-neo4j-'));
    const distribution = distributionFolder(home);
    mkdirSync(distribution, { recursive: true });
    const fetched = join(FETCHED, basename(distribution));
    for (const jar of readdirSync(fetched).filter((name) => !name.endsWith(`-${gdsVersion()}.jar`)))
      symlinkSync(join(fetched, jar), join(distribution, jar));
    const server = await startPrivateNeo4j({ home, progress: silentProgress, shortLived: true });
    const graph = await connectGraph(server);
    await importSample(graph, { customers: 10, films: 40, seed: 7, progress: silentProgress });
    await expect(writeEmbeddings(graph, ['FASTRP'], silentProgress)).rejects.toMatchObject({
      code: 'GDS_MISSING',
      message: expect.stringMatching(/Install/),
    });
    await graph.close();
    await server.stop();
  });

  it('is restarted at the same address when it is killed, and keeps its data', async () => {
    const home = newHome();
    const server = await startPrivateNeo4j({ home, progress: silentProgress, shortLived: true });
    const graph = await connectGraph(server);
    await graph.write('CREATE (:Kept)');
    const pidFile = join(home, 'neo4j', 'pid');
    const pid = Number(readFileSync(pidFile, 'utf8'));
    const back = new Promise<void>((resolve) => {
      let wasAway = false;
      graph.health.onChange(({ state }) => {
        if (state === 'away' || state === 'refusing') wasAway = true;
        else if (wasAway) resolve();
      });
    });
    process.kill(pid, 'SIGKILL');
    await back;
    expect(await graph.read('MATCH (kept:Kept) RETURN count(kept) AS count')).toEqual([{ count: 1 }]);
    expect(Number(readFileSync(pidFile, 'utf8'))).not.toBe(pid);
    await graph.close();
    await server.stop();
  });
});

/** Returns the parent of a process, on Linux. */
const keeperOf = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
