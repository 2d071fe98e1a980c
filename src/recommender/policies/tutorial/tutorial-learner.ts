import { requireEmbedding } from '../../films/require-embedding';
import type { FilmCatalogue } from '../../films/film-catalogue';
import type { Policy } from '../policy';
import type { Learner, LearnerSource, SavedLearner } from '../learner';
import type { Layer } from '../../engine/feed-forward';
import type { SavedTutorialAgent } from './tutorial-agent-codec';
import { TutorialAgent } from './tutorial-agent';
import { createTutorialPolicy } from './tutorial-policy';

/**
 * Creates a learner of the tutorial's agent for training runs. It never stops early and measures no validation. It can
 * only be resumed in the embedding space that it was trained in.
 */
export function createTutorialLearner({ vectors, dimension, saved, ...source }: LearnerSource): Learner {
  const agent = new TutorialAgent({ ...source, vectors: vectors ?? new Float32Array(), dimension });
  if (saved) agent.restore(saved as SavedTutorialAgent);
  return {
    step: () => ({ ...agent.trainStep(), validation: null }),
    isFinished: false,
    continues: saved !== undefined,
    validation: null,
    save: () => agent.save(),
    weights: () => {
      const { progress, arrays } = agent.save();
      const parameters = Object.entries(arrays).filter(([name]) => name.startsWith('parameter.'));
      return { progress, arrays: Object.fromEntries(parameters) };
    },
  };
}

/**
 * Creates the policy from saved TUTORIAL weights.
 * @throws AppError EMBEDDINGS_MISSING if the films have no embeddings
 */
export function serveTutorial({ progress, arrays }: SavedLearner, catalogue: FilmCatalogue): Policy {
  const { nearest } = requireEmbedding(catalogue, 'NODE2VEC');
  const { settings, dimension } = progress as SavedTutorialAgent['progress'];
  const sizes = [dimension, ...settings.hidden, dimension];
  const layers = sizes.slice(1).map((outputs, at): Layer => ({
    inputs: sizes[at],
    outputs,
    weights: arrays[`parameter.${2 * at}`],
    biases: arrays[`parameter.${2 * at + 1}`],
  }));
  return createTutorialPolicy(layers, nearest);
}
