import { missingIndexes } from '../../graph/constraints';
import type { Graph } from '../../graph/graph';
import { isMapped } from '../../graph/graph-mapping';
import { FALLBACK_POLICIES } from '../../recommender/policies/policy';
import { unpackLearner } from '../../recommender/policies/weights-codec';
import { checkPreconditions, describeIssue } from '../../recommender/serving/data-contract';
import { readApocVersion, readCounts, readGraphVersions } from '../../recommender/serving/system-repository';
import { readPromotions } from '../../recommender/versions/promotion-repository';
import { readPackedWeights } from '../../recommender/versions/version-repository';
import { unfinishedImport } from '../../store/unfinished-import';
import type { Settings } from '../../settings';
import { type Check, fail, failedBy, ok, warn } from './check';
import { recommendOnce } from './recommend-once';

/** Checks an open graph: versions, indexes, store, data, policy, and a recommendation. */
export async function checkGraph(graph: Graph, engine: Settings['engine']): Promise<Check[]> {
  const checks: Check[] = [];
  const checkRecommendation = () => recommendOnce(graph, engine);
  for (const check of [
    checkVersions,
    checkIndexes,
    checkStore,
    checkData,
    checkPolicy,
    checkRecommendation,
  ]) {
    try {
      checks.push(...(await check(graph)));
    } catch (error) {
      checks.push(failedBy('Graph', error));
    }
  }
  return checks;
}

async function checkVersions(graph: Graph): Promise<Check[]> {
  const [{ neo4j, edition, gds }, apoc] = await Promise.all([
    readGraphVersions(graph),
    readApocVersion(graph),
  ]);
  return [
    ok('Neo4j', `${neo4j} ${edition}`),
    gds === null
      ? warn(
          'Graph Data Science',
          'not installed',
          'Install it to write embeddings. Everything else works without it.',
        )
      : ok('Graph Data Science', gds),
    ok('APOC', apoc),
  ];
}

async function checkIndexes(graph: Graph): Promise<Check[]> {
  const missing = await missingIndexes(graph);
  const names = missing.map(({ index }) => index).join(', ');
  if (missing.length === 0) return [ok('Indexes', 'all online')];
  const own = 'reelgraph serve and reelgraph import create them.';
  const advice = isMapped(graph.model.mapping)
    ? missing.map(({ statement }) => `${statement};`).join('\n')
    : own;
  return [warn('Indexes', `missing: ${names}`, advice)];
}

async function checkStore(graph: Graph): Promise<Check[]> {
  const store = await readCounts(graph);
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

/** The service runs the same checks when it starts. */
async function checkData(graph: Graph): Promise<Check[]> {
  const checked = await checkPreconditions(graph, Infinity);
  return checked.map(({ precondition: { subject, isNote }, issue }) => {
    if (!issue) return ok(subject, 'ok');
    return isNote ? ok(subject, describeIssue(issue)) : warn(subject, describeIssue(issue), issue.remedy);
  });
}

async function checkPolicy(graph: Graph): Promise<Check[]> {
  const [promotion] = await readPromotions(graph, 1);
  if (promotion) {
    const { policy, version, promotedAt } = promotion;
    const damage = version === null ? undefined : await findDamage(graph, policy, version);
    if (damage) {
      const advice = 'Promote another version in the dashboard, or train again: reelgraph train.';
      return [fail('Policy', `the weights of ${policy} ${version} are damaged: ${damage}`, advice)];
    }
    return [ok('Policy', `${policy}${version ? ` ${version}` : ''}, promoted ${promotedAt}`)];
  }
  const advice =
    'Run reelgraph train, compare policies with reelgraph evaluate, and promote one in the dashboard.';
  return [warn('Policy', `none promoted; the default is ${FALLBACK_POLICIES[0]}`, advice)];
}

/** Returns the reason why the weights of a version cannot be served; undefined if they can. */
async function findDamage(graph: Graph, policy: string, version: string): Promise<string | undefined> {
  const packed = await readPackedWeights(graph, policy, version);
  if (!packed) return 'The version does not exist.';
  try {
    unpackLearner(packed);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
