import { gumbel, type Random } from '../../../random';
import type { Engine } from '../../engine/load-engine';
import { topFilms } from '../../films/top-films';
import { Adam, ADAM_DEFAULTS } from '../../engine/adam';
import { bestList, listValue } from './best-list';
import { createFilmTensors, type FilmTensors, slateHeads, stateTensors } from './slate-heads';
import { slateLoss } from './slate-loss';
import {
  createParameters,
  PARAMETERS,
  parameterShapes,
  type SlateFilms,
  type SlateParameters,
} from './slate-network';
import type { SlateSettings } from './slate-settings';
import { type StateBatch, stackStates } from './state-batch';
import type { VisitTransition } from './visit-log';
import type { StateSnapshot } from './visit-state';

/** How an agent ranks: by the value of the whole list, by the chance of a rental, or by expected stars. */
export type SlateRanking = 'LOOKAHEAD' | 'APPEAL' | 'STARS';

/** The network's outputs for one state. */
interface Outputs {
  /** [films] */
  readonly appeal: Float32Array;
  readonly stars: Float32Array;
  readonly values: Float32Array;
  readonly none: { readonly appeal: number; readonly value: number };
}

/** How a batch is drawn and how large a step is. */
export interface LearnOptions {
  /** Overrides `settings.learningRate`. */
  readonly learningRate?: number;
  /** Takes half of each batch from this many of the latest visits. */
  readonly recent?: number;
}

/** States that are computed at once when lists are made. */
const CHUNK = 128;

/**
 * Double Q-learning over lists (SlateQ, Ie et al. 2019) with a conditional logit choice model, for customers who visit,
 * rate and return. The discount is per calendar day, so that an early return is worth more than a late one:
 *
 *   y = r + discount^days · V(s′),   V(s′) = Σ_{i ∈ A*} P(i | A*) Q_target(s′, i) + P(none | A*) Q_target(s′, none)
 *
 * with r = 1 for a rental and A* the best list by the online network (van Hasselt et al. 2016). A customer who has not
 * returned within `goneAfter` days has V = 0. The target network is a slow average of the online network and makes
 * the lists.
 */
export class SlateAgent {
  readonly online: SlateParameters;
  readonly target: SlateParameters;
  private readonly optimizer: Adam;
  private readonly tensors: FilmTensors;
  private learningRate: number;

  constructor(
    private readonly engine: Engine,
    readonly films: SlateFilms,
    readonly settings: SlateSettings,
    private readonly random: Random,
  ) {
    this.online = createParameters(films, settings, random);
    this.target = copyParameters(this.online);
    this.learningRate = settings.learningRate;
    this.optimizer = new Adam(arraysOf(this.online), {
      ...ADAM_DEFAULTS,
      // Asked for at every step: the rate rises at first.
      get learningRate() {
        return rate();
      },
    });
    const rate = () => this.learningRate * Math.min(1, this.optimizer.step / settings.warmUp);
    this.tensors = createFilmTensors(engine, films);
  }

  /**
   * Takes learning steps on random visits of a log.
   * @returns the mean loss, or NaN if the log is empty
   */
  learn(transitions: readonly VisitTransition[], steps: number, options: LearnOptions = {}): number {
    this.learningRate = options.learningRate ?? this.settings.learningRate;
    let total = 0;
    for (let step = 0; step < steps && transitions.length > 0; step++) {
      total += this.step(this.drawBatch(transitions, options.recent));
    }
    return total / steps;
  }

  /**
   * The list to show in each state.
   * @param temperature scale of Gumbel noise on the appeal: 0 shows the best list, more explores (Plackett–Luce)
   */
  lists(
    states: readonly StateSnapshot[],
    ranking: SlateRanking = 'LOOKAHEAD',
    temperature = 0,
    noise = this.random,
  ): number[][] {
    const lists: number[][] = [];
    const attention = this.target.position.map(Math.exp);
    for (let start = 0; start < states.length; start += CHUNK) {
      const chunk = states.slice(start, start + CHUNK);
      const stacked = stackStates(chunk, this.films, this.settings);
      this.outputs(this.target, stacked).forEach(({ appeal, stars, values, none }, row) => {
        const isAllowed = (film: number) => stacked.allowed[row * this.films.count + film] === 1;
        if (temperature > 0) {
          for (let film = 0; film < appeal.length; film++) appeal[film] += temperature * gumbel(noise);
        }
        if (ranking === 'LOOKAHEAD') {
          lists.push(bestList({ appeal, values, none, attention, isAllowed }).films);
          return;
        }
        const score = (film: number) =>
          ranking === 'APPEAL'
            ? appeal[film]
            : appeal[film] + Math.log(Math.min(1, Math.max(0.05, 0.6 + 0.4 * stars[film])));
        const scores = Float64Array.from(appeal, (_, film) => (isAllowed(film) ? score(film) : -Infinity));
        lists.push(topFilms(scores, attention.length).map(({ film }) => film));
      });
    }
    return lists;
  }

  /** Frees the constant tensors. The agent cannot be used afterwards. */
  dispose(): void {
    this.tensors.categories.dispose();
    this.tensors.actors.dispose();
  }

  private step(transitions: readonly VisitTransition[]): number {
    const { settings, random } = this;
    const states = stackStates(
      transitions.map(({ visit }) => visit.state),
      this.films,
      settings,
      random,
    );
    const keep = 1 / (1 - settings.hiddenDropout);
    const hiddenMask = Float32Array.from({ length: transitions.length * settings.hidden }, () =>
      random.next() < settings.hiddenDropout ? 0 : keep,
    );
    const { loss, gradients } = slateLoss(
      this.engine,
      settings,
      { shape: this.films, tensors: this.tensors },
      this.online,
      { transitions, states, targets: this.targets(transitions), hiddenMask },
    );
    this.optimizer.update(gradients);
    for (const name of PARAMETERS) {
      const [average, now] = [this.target[name], this.online[name]];
      for (let i = 0; i < average.length; i++) average[i] += settings.targetRate * (now[i] - average[i]);
    }
    return loss;
  }

  /** y of each visit, [visits]. */
  private targets(transitions: readonly VisitTransition[]): Float32Array {
    const targets = Float32Array.from(transitions, ({ visit }) => Number(visit.film >= 0));
    const followed = transitions.flatMap(({ next }, row) => (next ? [row] : []));
    if (this.settings.tdWeight === 0 || followed.length === 0) return targets;
    const nextVisits = followed.map((row) => transitions[row].next!);
    const stacked = stackStates(
      nextVisits.map(({ state }) => state),
      this.films,
      this.settings,
    );
    const online = this.outputs(this.online, stacked);
    const target = this.outputs(this.target, stacked);
    const attention = this.online.position.map(Math.exp);
    followed.forEach((row, index) => {
      const { appeal, values, none } = online[index];
      const isAllowed = (film: number) => stacked.allowed[index * this.films.count + film] === 1;
      const { films } = bestList({ appeal, values, none, attention, isAllowed }, 3);
      const value = listValue(films, {
        appeal,
        attention,
        values: target[index].values,
        none: { appeal: none.appeal, value: target[index].none.value },
      });
      const days = nextVisits[index].day - transitions[row].visit.day;
      targets[row] += this.settings.discount ** days * value;
    });
    return targets;
  }

  private outputs(parameters: SlateParameters, states: StateBatch): Outputs[] {
    const { tf } = this.engine;
    const shapes = parameterShapes(this.films, this.settings);
    let arrays: Float32Array[] = [];
    // Not returned from tidy, which would search the arrays for tensors, number by number.
    tf.tidy(() => {
      const named = Object.fromEntries(
        PARAMETERS.map((name) => [name, tf.tensor(parameters[name], shapes[name])]),
      ) as Parameters<typeof slateHeads>[3];
      const input = stateTensors(this.engine, this.settings, states);
      const heads = slateHeads(this.engine, this.settings, this.tensors, named, input);
      arrays = [heads.appeal, heads.stars, heads.values, heads.noneAppeal, heads.noneValue].map(
        (tensor) => tensor.dataSync() as Float32Array,
      );
    });
    const [appeal, stars, values, noneAppeal, noneValue] = arrays;
    const F = this.films.count;
    return Array.from({ length: states.size }, (_, row) => ({
      appeal: appeal.slice(row * F, (row + 1) * F),
      stars: stars.subarray(row * F, (row + 1) * F),
      values: values.subarray(row * F, (row + 1) * F),
      none: { appeal: noneAppeal[row], value: noneValue[row] },
    }));
  }

  private drawBatch(transitions: readonly VisitTransition[], recent?: number): VisitTransition[] {
    const { batch } = this.settings;
    const from = Math.max(0, transitions.length - (recent ?? transitions.length));
    return Array.from({ length: batch }, (_, index) => {
      const first = recent !== undefined && index >= batch / 2 ? from : 0;
      return transitions[first + this.random.integer(transitions.length - first)];
    });
  }
}

const arraysOf = (parameters: SlateParameters): Float32Array[] => PARAMETERS.map((name) => parameters[name]);

const copyParameters = (parameters: SlateParameters): SlateParameters =>
  Object.fromEntries(PARAMETERS.map((name) => [name, parameters[name].slice()])) as SlateParameters &
    Record<string, Float32Array>;
