import { EMBEDDINGS } from '../../embeddings/embedding';
import { missingConstraints } from '../../graph/constraints';
import type { Graph } from '../../graph/graph';
import { FALLBACK_POLICIES } from '../../recommender/policy';
import { readPromotions } from '../../recommender/versions/promotion-repository';
import { unfinishedImport } from '../../store/unfinished-import';
import { type Check, failedBy, ok, warn } from './check';

const VERSIONS = `
  CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel'
  RETURN versions[0] + ' ' + edition AS neo4j, gds.version() AS gds, apoc.version() AS apoc`;

const STORE = `
  RETURN COUNT {(:Film)} AS films, COUNT {(:Actor)} AS actors, COUNT {(:Customer)} AS customers,
    COUNT {()-[:RENTED]->()} AS rentals`;

const WITHOUT = 'MATCH (film:Film) WHERE film[$property] IS NULL RETURN count(film) AS films';

/** What an open graph has of what the service needs. */
export async function checkGraph(graph: Graph): Promise<Check[]> {
  const checks: Check[] = [];
  for (const look of [checkVersions, checkIndexes, checkStore, checkEmbeddings, checkPolicy]) {
    try {
      checks.push(...(await look(graph)));
    } catch (error) {
      checks.push(failedBy('Graph', error));
    }
  }
  return checks;
}

async function checkVersions(graph: Graph): Promise<Check[]> {
  const [{ neo4j, gds, apoc }] = await graph.read<Record<'neo4j' | 'gds' | 'apoc', string>>(VERSIONS);
  return [ok('Neo4j', neo4j), ok('Graph Data Science', gds), ok('APOC', apoc)];
}

async function checkIndexes(graph: Graph): Promise<Check[]> {
  const missing = await missingConstraints(graph);
  return missing.length === 0
    ? [ok('Indexes', 'all in force')]
    : [warn('Indexes', `not in force: ${missing.join(', ')}`, 'reelgraph serve and import create them.')];
}

async function checkStore(graph: Graph): Promise<Check[]> {
  const [store] = await graph.read<Record<'films' | 'actors' | 'customers' | 'rentals', number>>(STORE);
  const found = `${store.films} films, ${store.actors} actors, ${store.customers} customers, ${store.rentals} rented films`;
  const unfinished = await unfinishedImport(graph);
  if (unfinished) {
    return [warn('Store', `${found}; the import of ${unfinished.source} was cut off`, 'Run it again.')];
  }
  const isUsable = store.films > 0 && store.customers > 0 && store.rentals > 0;
  return isUsable
    ? [ok('Store', found)]
    : [warn('Store', found, 'Import one: reelgraph import sample, or see reelgraph import --help.')];
}

async function checkEmbeddings(graph: Graph): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [name, { property }] of Object.entries(EMBEDDINGS)) {
    const [{ films }] = await graph.read<{ films: number }>(WITHOUT, { property });
    checks.push(
      films === 0
        ? ok(`Embedding ${name}`, 'no film is without it')
        : warn(`Embedding ${name}`, `${films} films are without it`, `Run reelgraph embed ${name}.`),
    );
  }
  return checks;
}

async function checkPolicy(graph: Graph): Promise<Check[]> {
  const [promotion] = await readPromotions(graph, 1);
  if (promotion) {
    const { policy, version, promotedAt } = promotion;
    return [ok('Policy', `${policy}${version ? ` ${version}` : ''}, promoted ${promotedAt}`)];
  }
  const advice = 'Run reelgraph train, look at it with reelgraph evaluate, and promote it in the dashboard.';
  return [warn('Policy', `none is promoted: ${FALLBACK_POLICIES[0]} answers`, advice)];
}
