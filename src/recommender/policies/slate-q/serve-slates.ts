import type { SavedLearner } from '../learner';
import { mapRows } from '../map-rows';
import type { SlatePolicy } from '../policy';
import { createListMaker } from './list-maker';
import { stateOn } from './replay-visits';
import { readSlateParameters, toSlateFilms, type WithSlates } from './slate-codec';

/**
 * Returns the slate agent of published weights, for films in another order; undefined if the weights have none. Films
 * that are newer than the weights are on no list and do not count in a history.
 * @throws RangeError if the weights have another shape
 */
export function serveSlates(
  { progress, arrays }: SavedLearner,
  films: readonly string[],
): SlatePolicy | undefined {
  const { slates } = progress as WithSlates;
  if (!slates) return undefined;
  const { settings, ratings, films: learned } = slates;
  const maker = createListMaker(toSlateFilms(learned), settings, readSlateParameters(slates, arrays));
  const rowOf = mapRows(films, learned.ids);
  return {
    score: (visits, today, allowed, length) => {
      const known = visits
        .map((visit) => ({
          ...visit,
          list: visit.list.map((film) => rowOf[film]).filter((row) => row >= 0),
          film: visit.film < 0 ? -1 : rowOf[visit.film],
        }))
        .filter(({ film }, index) => film >= 0 || visits[index].film < 0);
      const candidates = new Uint8Array(learned.ids.length);
      rowOf.forEach((row, film) => {
        if (row >= 0) candidates[row] = allowed[film];
      });
      const state = stateOn(today, known, settings, ratings);
      const { scores } = maker.choose(state, candidates, length);
      return Float64Array.from(rowOf, (row) => (row < 0 ? -Infinity : scores[row]));
    },
  };
}
