import type { Random } from '../../random';
import type { WorldSettings } from './world-settings';

/** The films of a simulated store. Films, categories and actors are numbered from 0. */
export interface SimulatedFilms {
  readonly count: number;
  readonly actorCount: number;
  /** [films] */
  readonly category: Int32Array;
  /** [films][actors of the film] */
  readonly actors: readonly Int32Array[];
  /** Fame plus the pull of bait, [films]. */
  readonly appeal: Float64Array;
  /** The average enjoyment of a film, [films]. */
  readonly quality: Float64Array;
  /** 1 for bait: films with more appeal than quality, [films]. */
  readonly isBait: Uint8Array;
  /** The category that usually follows each category, [categories]. */
  readonly nextCategory: Int32Array;
  /** Whether two films share an actor. */
  sharesActor(a: number, b: number): boolean;
}

/** Draws the films of a simulated store. */
export function createSimulatedFilms(settings: WorldSettings, random: Random): SimulatedFilms {
  const { films: count, categories, appeal, enjoyment } = settings;
  const actorCount = Math.max(6, Math.floor((count * 5.5) / 5));
  const category = Int32Array.from({ length: count }, () => random.integer(categories));
  const actors = Array.from({ length: count }, () =>
    distinctNumbers(3 + random.integer(6), actorCount, random),
  );
  const isBait = Uint8Array.from({ length: count }, () => Number(random.next() < appeal.bait.share));
  const shared = sharedActors(actors, actorCount);
  return {
    count,
    actorCount,
    category,
    actors,
    isBait,
    appeal: Float64Array.from(isBait, (bait) => appeal.fame * random.normal() + appeal.bait.weight * bait),
    quality: Float64Array.from(
      isBait,
      (bait) =>
        (bait ? enjoyment.quality.bait : enjoyment.quality.ordinary) +
        enjoyment.quality.deviation * random.normal(),
    ),
    nextCategory: random.shuffle(Int32Array.from({ length: categories }, (_, index) => index)),
    sharesActor: (a, b) => shared[a * count + b] === 1,
  };
}

/** 1 for pairs of films that share an actor, [films, films]. */
function sharedActors(actors: readonly Int32Array[], actorCount: number): Uint8Array {
  const filmsOf = Array.from({ length: actorCount }, (): number[] => []);
  actors.forEach((cast, film) => cast.forEach((actor) => filmsOf[actor].push(film)));
  const shared = new Uint8Array(actors.length ** 2);
  for (const films of filmsOf) {
    for (const a of films) for (const b of films) shared[a * actors.length + b] = 1;
  }
  return shared;
}

/** Draws `count` different numbers below `limit`, in random order. */
export function distinctNumbers(count: number, limit: number, random: Random): Int32Array {
  const drawn = new Set<number>();
  while (drawn.size < Math.min(count, limit)) drawn.add(random.integer(limit));
  return Int32Array.from(drawn);
}
