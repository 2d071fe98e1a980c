import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gdsVersion } from './distribution';

/** The configuration of a server. */
export interface Configuration {
  /** Neo4j's own home: conf, data, logs, plugins. */
  serverHome: string;
  /** The folder of the jars. */
  distribution: string;
  port: number;
  heapMegabytes: number;
}

/**
 * At each start Neo4j scans every class in its plugins folder for procedures, so only jars with procedures belong
 * there. All classes are loaded from the class path.
 */
const isPlugin = (jar: string) =>
  jar.startsWith('apoc-core-') || (/^(alpha-)?proc-/.test(jar) && jar.endsWith(`-${gdsVersion()}.jar`));

/**
 * Writes neo4j.conf, links the plugins and writes the class path to an argument file for Java.
 * @returns the path of the argument file
 */
export function writeConfiguration({ serverHome, distribution, port, heapMegabytes }: Configuration): string {
  const folder = (name: string) => {
    mkdirSync(join(serverHome, name), { recursive: true });
    return join(serverHome, name);
  };
  for (const name of ['data', 'logs']) folder(name);
  const jars = readdirSync(distribution).sort();
  const plugins = folder('plugins');
  rmSync(plugins, { recursive: true });
  for (const jar of jars.filter(isPlugin)) {
    symlinkSync(join(distribution, jar), join(folder('plugins'), jar));
  }
  writeFileSync(join(folder('conf'), 'neo4j.conf'), neo4jConf(port, heapMegabytes));
  const classPath = jars.map((jar) => join(distribution, jar)).join(process.platform === 'win32' ? ';' : ':');
  const argumentFile = join(folder('conf'), 'class-path');
  writeFileSync(argumentFile, `-cp\n"${classPath.replaceAll('\\', '\\\\')}"\n`);
  return argumentFile;
}

const neo4jConf = (port: number, heapMegabytes: number) => `# Written at each start; changes are lost.
server.bolt.listen_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=${heapMegabytes}m
server.memory.pagecache.size=128m
dbms.security.procedures.unrestricted=gds.*,apoc.*
dbms.usage_report.enabled=false
db.tx_log.rotation.retention_policy=1 files
db.tx_log.rotation.size=32m
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=2s
`;
