import type { FilmCatalogue } from '../../films/film-catalogue';
import type { Policy } from '../../policy';
import type { SavedLearner } from '../learner';
import { createDqnPolicy } from './dqn-policy';
import { toNetwork } from './q-network';
import { type DqnProgress, mapRows } from './dqn-codec';

/**
 * The policy that published weights stand for. Films that came after it learned are neither recommended nor counted
 * in a history until it learns again.
 */
export function serveDqn(
  { progress, arrays }: SavedLearner,
  { films }: Pick<FilmCatalogue, 'films'>,
): Policy {
  const { settings, films: learned } = progress as DqnProgress;
  const network = toNetwork(Object.keys(arrays).map((_, at) => arrays[`network.${at}`]));
  const policy = createDqnPolicy(network, settings);
  const rowOf = mapRows(films, learned);
  const isSame = learned.length === films.length && rowOf.every((row, film) => row === film);
  if (isSame) return policy;
  return {
    name: 'DQN',
    score: (histories) => {
      const known = histories.map((history) => history.map((film) => rowOf[film]).filter((row) => row >= 0));
      return policy
        .score(known)
        .map((scores) => Float32Array.from(rowOf, (row) => (row < 0 ? -Infinity : scores[row])));
    },
  };
}
