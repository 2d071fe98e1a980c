import { AppError } from '../app-error';
import { createGraph, type Graph } from './graph';
import { type GraphAddress, openDriver } from './open-driver';

const PROCEDURES = `
  SHOW PROCEDURES YIELD name
  WHERE name IN ['gds.node2vec.write', 'gds.fastRP.write', 'gds.graph.project', 'apoc.util.validate']
  RETURN collect(name) AS names`;

/**
 * Opens a graph and makes sure that it can be worked with: it answers, the password is right,
 * and Graph Data Science and APOC are there.
 * @throws AppError CANNOT_START with the way out
 */
export async function connectGraph(address: GraphAddress): Promise<Graph> {
  const { uri, username, password, database } = address;
  const graph = createGraph(openDriver(address), database, {
    address: { uri, username, password, database },
  });
  try {
    requireProcedures(await namedProcedures(graph, { uri, username, database }));
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
}

/** The first question that a graph is asked: what it refuses here it would refuse everywhere. */
async function namedProcedures(graph: Graph, address: Omit<GraphAddress, 'password'>): Promise<string[]> {
  try {
    const [{ names }] = await graph.run<{ names: string[] }>(PROCEDURES);
    return names;
  } catch (cause) {
    throw new AppError('CANNOT_START', explain(cause, address), { cause });
  }
}

function explain(cause: unknown, { uri, username, database }: Omit<GraphAddress, 'password'>): string {
  const code = String((cause as { code?: unknown }).code);
  if (code.includes('Unauthorized')) {
    return `The graph at ${uri} refuses the user ${username} with this password. Correct NEO4J_USERNAME and NEO4J_PASSWORD.`;
  }
  if (code.includes('AuthenticationRateLimit')) {
    return `The graph at ${uri} has been asked with a wrong password too often. Wait a few seconds, then correct NEO4J_PASSWORD.`;
  }
  if (code.includes('DatabaseNotFound')) {
    return `The graph at ${uri} has no database ${database ?? 'of that name'}. Correct NEO4J_DATABASE, or leave it out for the default one.`;
  }
  return `No graph answers at ${uri}. Start it, or correct NEO4J_URI; without NEO4J_URI a private one is started.`;
}

function requireProcedures(names: string[]): void {
  if (!names.some((name) => name.startsWith('gds.'))) {
    throw new AppError(
      'CANNOT_START',
      'The graph has no Graph Data Science. Install the GDS plugin (on Aura: choose AuraDS, or a plan with Graph Analytics plugin) and allow gds.* in dbms.security.procedures.unrestricted.',
    );
  }
  if (!names.includes('apoc.util.validate')) {
    throw new AppError(
      'CANNOT_START',
      'The graph has no APOC. Install the APOC core plugin of the same version as Neo4j.',
    );
  }
}
