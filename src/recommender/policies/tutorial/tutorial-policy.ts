import type { NearestFilms } from '../../films/nearest-films';
import type { Policy } from '../../policy';
import { feedForward, type Layer } from '../nn/feed-forward';
import { nextState } from './tutorial-state';

/**
 * What a trained network answers: a film's score is the cosine between its vector and the network's action for
 * the state that the history leads to; −∞ for a film without a vector. Dropout is off. Where the tutorial
 * starts a state at random it starts here at zeros, the mean of those, so that the same history gets the
 * same answer. Films of the history that have no vector are passed over.
 */
export function createTutorialPolicy(layers: readonly Layer[], films: NearestFilms): Policy {
  return {
    name: 'TUTORIAL',
    score: (histories) =>
      histories.map((history) => {
        let state: Float32Array = new Float32Array(layers[0].inputs);
        for (const film of history) if (films.has(film)) state = nextState(state, films.vector(film));
        return Float32Array.from(films.scores(feedForward(layers, state)));
      }),
  };
}
