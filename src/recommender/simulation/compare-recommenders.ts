import { bootstrapSums, type Interval } from '../metrics/bootstrap';
import type { RecommenderName } from './recommender-names';
import { RECOMMENDERS, type TrainedRecommender, type TrainingOptions } from './recommenders';
import { branchWorld, type DayCounts, type ObservedWorld, runWorld, type WorldRun } from './run-world';

/** One recommender over all worlds. */
export interface RecommenderSummary {
  readonly name: RecommenderName;
  /** Rentals and visits per world. */
  readonly rentals: number;
  readonly visits: number;
  /** Share of customers who stayed. */
  readonly kept: number;
  readonly meanStars: number;
  /** Relative difference of rentals to the reference, over customers of the same worlds. */
  readonly lift: Interval;
  /** Difference of the share of customers who stayed. */
  readonly keptLift: number;
  /** Sums over the worlds, day by day. */
  readonly days: readonly DayCounts[];
}

/**
 * Seed offset of the time after the warm-up. It is the same for all recommenders, so that chance affects them equally.
 */
const AFTERWARDS = 3_000_017;

/** Trains recommenders on the log of a world and lets each serve a separate copy of the world. */
export async function compareInWorld(
  names: readonly RecommenderName[],
  observed: ObservedWorld,
  days: number,
  options: TrainingOptions,
  report: (name: RecommenderName, day: number) => void = () => {},
): Promise<Map<RecommenderName, WorldRun>> {
  const runs = new Map<RecommenderName, WorldRun>();
  for (const name of names) {
    report(name, 0);
    const trained = await RECOMMENDERS[name].train(observed, options);
    runs.set(
      name,
      serve(trained, observed, days, options.seed, (day) => report(name, day)),
    );
  }
  return runs;
}

function serve(
  trained: TrainedRecommender,
  observed: ObservedWorld,
  days: number,
  seed: number,
  report: (day: number) => void,
): WorldRun {
  const branch = branchWorld(observed, seed + AFTERWARDS);
  const start = branch.world.day;
  return runWorld(branch, trained.makeLists, days, {
    afterDay: (day) => {
      trained.learn?.(branch, day - start);
      report(day - start);
    },
  });
}

/**
 * Sums up the runs of several worlds. Intervals are paired: the same customers of the same worlds, by bootstrap.
 * @param worlds runs by recommender, one map per world
 * @param reference the recommender that lifts are relative to
 */
export function summarizeRuns(
  worlds: readonly ReadonlyMap<RecommenderName, WorldRun>[],
  reference: RecommenderName,
  seed: number,
): RecommenderSummary[] {
  const runsOf = (name: RecommenderName) => worlds.map((world) => world.get(name)!);
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const total = (values: Float64Array) => values.reduce((sum, each) => sum + each, 0);
  const referenceRuns = runsOf(reference);
  const keptBy = (runs: readonly WorldRun[]) => mean(runs.map(({ kept }) => kept));
  return [...worlds[0].keys()].map((name) => {
    const runs = runsOf(name);
    const pairs = runs.flatMap((run, world) =>
      Array.from(run.rentals, (rentals, customer) =>
        Float64Array.of(rentals, referenceRuns[world].rentals[customer]),
      ),
    );
    return {
      name,
      rentals: mean(runs.map((run) => total(run.rentals))),
      visits: mean(runs.map((run) => total(run.visits))),
      kept: keptBy(runs),
      meanStars: mean(runs.map(({ meanStars }) => meanStars)),
      lift: bootstrapSums(pairs, ([own, other]) => own / other - 1, seed),
      keptLift: keptBy(runs) - keptBy(referenceRuns),
      days: runs[0].days.map((_, index) => ({
        day: index + 1,
        rentals: mean(runs.map((run) => run.days[index].rentals)),
        visits: mean(runs.map((run) => run.days[index].visits)),
        kept: mean(runs.map((run) => run.days[index].kept)),
        satisfaction: mean(runs.map((run) => run.days[index].satisfaction)),
      })),
    };
  });
}
