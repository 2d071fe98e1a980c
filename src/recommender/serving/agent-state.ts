import { AppError } from '../../app-error';
import type { AutopilotStatus } from '../autopilot/autopilot-status';
import { LEARNERS } from '../policies/learners';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { Ranking } from '../policies/learner';
import type { PolicyName, TrainablePolicy } from '../policies/policy';
import type { TrainingRuns } from '../training/training-runs';
import type { TutorialTrainer } from '../training/tutorial-trainer';
import type { Promotions } from '../versions/promotions';
import type { PromotionTrial } from '../versions/trial-repository';
import type { AnsweringPolicy } from './policy-registry';

/** The state of a policy that learns. */
export interface LearnerState {
  readonly policy: TrainablePolicy;
  /** Null if it was never trained. */
  readonly version: string | null;
  readonly step: number;
  readonly epsilon: number;
  readonly meanReward: number;
  readonly seed: number;
  readonly engine: string;
  /** How the version makes lists, and why. */
  readonly ranking: Ranking;
  readonly rankingReason: string;
}

/** The default policy, and the policies that learn. */
export interface AgentState {
  readonly engine: string;
  readonly engineVersion: string;
  readonly policy: PolicyName;
  readonly version: string;
  /** Why this policy is the default. */
  readonly reason: string;
  readonly status: 'READY' | 'DEGRADED';
  /** Why the preferred policy is not available; null if it is. */
  readonly degradedReason: string | null;
  readonly learners: LearnerState[];
  readonly autopilot: AutopilotStatus;
  /** The running trial; null if there is none. */
  readonly trial: PromotionTrial | null;
}

/** The parts of the recommender with state. */
interface AgentSources {
  readonly engine: { readonly name: string; readonly version: string };
  /** The default seed of runs. */
  readonly seed: number;
  readonly runs: TrainingRuns;
  readonly tutorial: TutorialTrainer;
  readonly autopilot: { status(): AutopilotStatus };
  readonly promotions: Pick<Promotions, 'trial'>;
  catalogue(): Promise<FilmCatalogue>;
  answering(): Promise<AnsweringPolicy>;
}

/** Reads the state of the agent. @throws AppError POLICY_UNTRAINED if no policy is available */
export async function readAgentState(sources: AgentSources): Promise<AgentState> {
  const { engine, autopilot, promotions } = sources;
  const [answering, dqn, tutorial, trial = null] = await Promise.all([
    sources.answering(),
    readDqn(sources),
    readTutorial(sources),
    promotions.trial(),
  ]);
  return {
    engine: engine.name,
    engineVersion: engine.version,
    policy: answering.policy.name,
    version: answering.version,
    reason: answering.reason,
    status: answering.degraded ? 'DEGRADED' : 'READY',
    degradedReason: answering.degraded ?? null,
    learners: [dqn, tutorial],
    autopilot: autopilot.status(),
    trial,
  };
}

async function readDqn({ runs, engine, seed }: AgentSources): Promise<LearnerState> {
  const saved = await runs.newestSaved('DQN');
  if (!saved) {
    const { epsilon } = LEARNERS.DQN.settings;
    const untrained = { version: null, step: 0, epsilon, meanReward: 0, seed, engine: engine.name };
    return { policy: 'DQN', ...untrained, ranking: 'NEXT_RENTAL', rankingReason: 'DQN was never trained.' };
  }
  const run = await runs.find(saved.id);
  const { version, step, epsilon, meanReward } = run;
  return {
    policy: 'DQN',
    version,
    step,
    epsilon,
    meanReward,
    seed: run.seed,
    engine: run.engine,
    ranking: saved.ranking ?? 'NEXT_RENTAL',
    rankingReason: saved.rankingReason ?? 'The version was published without a slate agent.',
  };
}

async function readTutorial({ tutorial, catalogue, engine, seed }: AgentSources): Promise<LearnerState> {
  const state = {
    policy: 'TUTORIAL',
    engine: engine.name,
    ranking: 'NEXT_RENTAL',
    rankingReason: 'Policy TUTORIAL ranks films one by one.',
  } as const;
  try {
    const films = await catalogue();
    const [{ version }, progress] = await Promise.all([tutorial.served(films), tutorial.progress(films)]);
    return { ...state, ...progress, version: progress.step > 0 ? version : null };
  } catch (error) {
    // Without embeddings or rentals there is no agent.
    if (!(error instanceof AppError)) throw error;
    return { ...state, version: null, step: 0, epsilon: 0, meanReward: 0, seed };
  }
}
