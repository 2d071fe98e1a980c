import { fitBaseline } from './baselines/fit-baseline';
import type { FilmEmbedding } from '../films/film-catalogue';
import { createNearestFilms } from '../films/nearest-films';
import { isTrainable, type Policy, type PolicyName, type TrainablePolicy } from './policy';
import type { LearnerSource } from './learner';
import { LEARNERS } from './learners';

/** The data and the engine to train a policy with. */
export type TrainingSource = Omit<LearnerSource, 'steps' | 'saved'>;

/** Trains a policy from scratch on a rental log: fits a baseline, or trains an agent until it is finished. */
export async function trainPolicy(name: PolicyName, source: TrainingSource): Promise<Policy> {
  if (isTrainable(name)) return learn(name, source);
  return fitBaseline(name, source.log, source.seed);
}

async function learn(name: TrainablePolicy, source: TrainingSource): Promise<Policy> {
  const { steps, create, serve } = LEARNERS[name];
  const learner = create({ ...source, steps });
  for (let done = 0; done < steps && !learner.isFinished; done++) await learner.step();
  return serve(learner.weights(), catalogueOf(source), { log: source.log });
}

/** Returns the films of a source as a catalogue with the node2vec embedding, which TUTORIAL needs. */
function catalogueOf({ log, vectors, dimension }: TrainingSource) {
  const node2vec: FilmEmbedding | undefined = vectors && {
    vectors,
    dimension,
    nearest: createNearestFilms(vectors, dimension),
  };
  return {
    films: log.films,
    titles: log.films,
    numbers: new Map(log.films.map((id, number) => [id, number])),
    embeddings: node2vec ? { NODE2VEC: node2vec } : {},
    space: '',
  };
}
