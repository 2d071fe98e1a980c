import { createConstraints } from '../graph/constraints';
import { createLogger } from '../logger';
import { openGraph } from '../open-graph';
import { preparePrivateGraph } from '../prepare-graph';
import type { Progress } from '../progress';
import { loadEngine } from '../recommender/engine/load-engine';
import type { PolicyName } from '../recommender/policies/policy';
import { createRecommender, type Recommender } from '../recommender/recommender';
import type { Settings } from '../settings';
import { toTable } from './table';

/** Options of `reelgraph recommend`. */
export interface RecommendOptions {
  /** The maximum number of films. */
  first: number;
  /** Default: the promoted policy. */
  policy?: PolicyName;
  json?: boolean;
}

const SEED = 1;
const MAX_REASONS = 3;

/**
 * Recommends films to a customer and prints the list with reasons, as a table or as JSON.
 * @throws AppError NOT_FOUND, POLICY_UNTRAINED
 */
export async function recommend(
  customer: string,
  { first, policy, json }: RecommendOptions,
  settings: Settings,
  progress: Progress,
  output: NodeJS.WritableStream,
): Promise<void> {
  const engine = await loadEngine(settings.engine);
  const { graph, privateNeo4j, close } = await openGraph(settings, progress, { shares: true });
  try {
    if (privateNeo4j) await preparePrivateGraph(graph, progress);
    await createConstraints(graph);
    const logger = createLogger('warn', process.stderr);
    const recommender = createRecommender({ graph, engine, seed: SEED, logger });
    try {
      const list = await readList(recommender, { customer, first, policy });
      output.write(json ? `${JSON.stringify(list)}\n` : describe(list));
    } finally {
      await recommender.close();
    }
  } finally {
    await close();
  }
}

type List = Awaited<ReturnType<typeof readList>>;

async function readList(
  recommender: Recommender,
  request: { customer: string; first: number; policy?: PolicyName },
) {
  const { id, customer, policy, version, items } = await recommender.recommend(request);
  const [titles, reasons] = await Promise.all([
    recommender.titles(items.map(({ film }) => film)),
    recommender.reasons(items),
  ]);
  return {
    id,
    customer,
    policy,
    version,
    items: items.map(({ rank, score, film }, index) => ({
      rank,
      score,
      film,
      title: titles.get(film) ?? film,
      reasons: reasons[index].slice(0, MAX_REASONS).map(({ text }) => text),
    })),
  };
}

function describe({ customer, policy, version, items }: List): string {
  const heading = `Customer ${customer}, ${policy} ${version}`;
  if (items.length === 0) return `${heading}\nNo film qualifies.\n`;
  const rows = items.map(({ rank, score, film, title }) => [String(rank), score.toFixed(3), film, title]);
  const [header, ...lines] = toTable([['rank', 'score', 'film', 'title'], ...rows]);
  const body = lines.flatMap((line, index) => [line, ...items[index].reasons.map((text) => `      ${text}`)]);
  return `${[heading, header, ...body].join('\n')}\n`;
}
