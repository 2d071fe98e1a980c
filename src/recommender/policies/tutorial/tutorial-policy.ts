import type { NearestFilms } from '../../films/nearest-films';
import type { Policy } from '../policy';
import { feedForward, type Layer } from '../../engine/feed-forward';
import { nextState } from './tutorial-state';

/**
 * Returns the policy of a trained network: a film's score is the cosine between its vector and the network's action for
 * the state after the history; −∞ for a film without a vector. Dropout is off. The state starts at zeros, the mean of
 * the tutorial's random start, so the same history always gets the same scores. Skips films of the history without a
 * vector.
 */
export function createTutorialPolicy(layers: readonly Layer[], films: NearestFilms): Policy {
  return {
    name: 'TUTORIAL',
    score: (histories) =>
      histories.map((history) => {
        let state: Float32Array = new Float32Array(layers[0].inputs);
        for (const film of history) if (films.has(film)) state = nextState(state, films.vector(film));
        return new Float32Array(films.scores(feedForward(layers, state)));
      }),
  };
}
