import { EMBEDDINGS } from '../../embeddings/embedding';
import { missingConstraints } from '../../graph/constraints';
import type { Graph } from '../../graph/graph';
import { FALLBACK_POLICIES } from '../../recommender/policy';
import { readPromotions } from '../../recommender/versions/promotion-repository';
import { unfinishedImport } from '../../store/unfinished-import';
import { type Check, failedBy, ok, warn } from './check';

const VERSIONS = `
  CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel'
  RETURN versions[0] + ' ' + edition AS neo4j, apoc.version() AS apoc`;

/** Without Graph Data Science a statement with gds.version() is a syntax error. */
const HAS_GDS = `SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name`;
const GDS_VERSION = 'RETURN gds.version() AS gds';

const STORE = `
  RETURN COUNT {(:Film)} AS films, COUNT {(:Actor)} AS actors, COUNT {(:Customer)} AS customers,
    COUNT {()-[:RENTED]->()} AS rentals`;

const MISSING = 'MATCH (film:Film) WHERE film[$property] IS NULL RETURN count(film) AS films';

/** Checks an open graph: versions, constraints, store, embeddings and policy. */
export async function checkGraph(graph: Graph): Promise<Check[]> {
  const checks: Check[] = [];
  for (const check of [checkVersions, checkIndexes, checkStore, checkEmbeddings, checkPolicy]) {
    try {
      checks.push(...(await check(graph)));
    } catch (error) {
      checks.push(failedBy('Graph', error));
    }
  }
  return checks;
}

async function checkVersions(graph: Graph): Promise<Check[]> {
  const [{ neo4j, apoc }] = await graph.read<Record<'neo4j' | 'apoc', string>>(VERSIONS);
  return [ok('Neo4j', neo4j), await checkGds(graph), ok('APOC', apoc)];
}

async function checkGds(graph: Graph): Promise<Check> {
  const subject = 'Graph Data Science';
  if ((await graph.run(HAS_GDS)).length === 0) {
    return warn(
      subject,
      'not installed',
      'Install it to write embeddings. Everything else works without it.',
    );
  }
  const [{ gds }] = await graph.read<{ gds: string }>(GDS_VERSION);
  return ok(subject, gds);
}

async function checkIndexes(graph: Graph): Promise<Check[]> {
  const missing = await missingConstraints(graph);
  return missing.length === 0
    ? [ok('Indexes', 'all online')]
    : [
        warn(
          'Indexes',
          `missing: ${missing.join(', ')}`,
          'reelgraph serve and reelgraph import create them.',
        ),
      ];
}

async function checkStore(graph: Graph): Promise<Check[]> {
  const [store] = await graph.read<Record<'films' | 'actors' | 'customers' | 'rentals', number>>(STORE);
  const found = `${store.films} films, ${store.actors} actors, ${store.customers} customers, ${store.rentals} rented films`;
  const unfinished = await unfinishedImport(graph);
  if (unfinished) {
    return [
      warn('Store', `${found}; the import of ${unfinished.source} was interrupted`, 'Run the import again.'),
    ];
  }
  const isUsable = store.films > 0 && store.customers > 0 && store.rentals > 0;
  return isUsable
    ? [ok('Store', found)]
    : [warn('Store', found, 'Import a data set: reelgraph import sample, or see reelgraph import --help.')];
}

async function checkEmbeddings(graph: Graph): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [name, { property }] of Object.entries(EMBEDDINGS)) {
    const [{ films }] = await graph.read<{ films: number }>(MISSING, { property });
    checks.push(
      films === 0
        ? ok(`Embedding ${name}`, 'present on all films')
        : warn(`Embedding ${name}`, `missing on ${films} films`, `Run reelgraph embed ${name}.`),
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
  const advice =
    'Run reelgraph train, compare policies with reelgraph evaluate, and promote one in the dashboard.';
  return [warn('Policy', `none promoted; the default is ${FALLBACK_POLICIES[0]}`, advice)];
}
