import { gumbel, type Random } from '../../../random';
import { Adam, ADAM_DEFAULTS } from '../../engine/adam';
import { bestList, listValue } from './best-list';
import { createListMaker, type SlateRanking } from './list-maker';
import { listTraits, type SlateFilms } from './slate-films';
import {
  APPEAL,
  forward,
  prepareNetwork,
  type PreparedNetwork,
  scoreFilm,
  scoreFilms,
  STARS,
  valuesOf,
} from './slate-forward';
import { slateLoss } from './slate-loss';
import { createParameters, PARAMETERS, type SlateParameters } from './slate-network';
import type { SlateSettings } from './slate-settings';
import { readFeatures, type StateFeatures, unrentedIn } from './state-features';
import type { VisitTransition } from './visit-log';
import type { StateSnapshot } from './visit-state';

/** How a batch is drawn and how large a step is. */
export interface LearnOptions {
  /** Overrides `settings.learningRate`. */
  readonly learningRate?: number;
  /** Takes half of each batch from this many of the latest visits. */
  readonly recent?: number;
}

/**
 * Double Q-learning over lists (SlateQ, Ie et al. 2019) with a conditional logit choice model, for customers who visit,
 * rate and return. The discount is per calendar day, so that an early return is worth more than a late one:
 *
 *   y = r + discount^days · V(s′),   V(s′) = Σ_{i ∈ A*} P(i | A*) Q_target(s′, i) + P(none | A*) Q_target(s′, none)
 *
 * with r = 1 for a rental and A* the best list by the online network (van Hasselt et al. 2016). A customer who has not
 * returned within `goneAfter` days has V = 0. The target network is a slow average of the online network and makes
 * the lists. Plain arithmetic: it needs no engine.
 */
export class SlateAgent {
  readonly online: SlateParameters;
  readonly target: SlateParameters;
  private readonly optimizer: Adam;
  private readonly traits;
  private learningRate: number;

  /** @param saved the target network of an earlier agent, to continue from */
  constructor(
    readonly films: SlateFilms,
    readonly settings: SlateSettings,
    private readonly random: Random,
    saved?: SlateParameters,
  ) {
    this.online = saved ? copyParameters(saved) : createParameters(films, settings, random);
    this.target = copyParameters(this.online);
    this.learningRate = settings.learningRate;
    this.optimizer = new Adam(
      PARAMETERS.map((name) => this.online[name]),
      {
        ...ADAM_DEFAULTS,
        // Asked for at every step: the rate rises at first.
        get learningRate() {
          return rate();
        },
      },
    );
    const rate = () => this.learningRate * Math.min(1, this.optimizer.step / settings.warmUp);
    this.traits = listTraits(films);
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
    const maker = createListMaker(this.films, this.settings, this.target);
    const perturb = temperature === 0 ? undefined : () => temperature * gumbel(noise);
    return states.map((state) => maker.list(state, { ranking, perturb }));
  }

  private step(transitions: readonly VisitTransition[]): number {
    const { settings, traits } = this;
    const network = prepareNetwork(this.online, traits, settings);
    const features = transitions.map(({ visit: { state } }) =>
      readFeatures(state, traits, settings, this.drawMask(state.films.length, settings.filmDropout)),
    );
    const { loss, gradients } = slateLoss(network, {
      transitions,
      features,
      targets: this.targets(network, transitions),
      hiddenMasks: transitions.map(() => this.drawMask(settings.hidden, settings.hiddenDropout)),
    });
    this.optimizer.update(gradients);
    for (const name of PARAMETERS) {
      const [average, now] = [this.target[name], this.online[name]];
      for (let i = 0; i < average.length; i++) average[i] += settings.targetRate * (now[i] - average[i]);
    }
    return loss;
  }

  /** y of each visit, [visits]. */
  private targets(online: PreparedNetwork, transitions: readonly VisitTransition[]): Float64Array {
    const targets = Float64Array.from(transitions, ({ visit }) => Number(visit.film >= 0));
    if (this.settings.tdWeight === 0) return targets;
    const target = prepareNetwork(this.target, this.traits, this.settings);
    const attention = online.parameters.position.map(Math.exp);
    transitions.forEach(({ visit, next }, row) => {
      if (!next) return;
      const features = readFeatures(next.state, this.traits, this.settings);
      const value = this.stateValue(online, target, features, attention);
      targets[row] += this.settings.discount ** (next.day - visit.day) * value;
    });
    return targets;
  }

  /** V(s′): the list is chosen by the online network and valued by the target network. */
  private stateValue(
    online: PreparedNetwork,
    target: PreparedNetwork,
    features: StateFeatures,
    attention: Float32Array,
  ): number {
    const unrented = unrentedIn(features, this.films.count);
    const layers = forward(online, features);
    const { none, ofFilm } = valuesOf(online, layers);
    const appeal = scoreFilms(online, features, layers, APPEAL, unrented);
    const values = scoreFilms(online, features, layers, STARS, unrented).map(ofFilm);
    const isAllowed = (film: number) => unrented[film] === 1;
    const { films } = bestList({ appeal, values, none, attention, isAllowed }, 3);
    const targetLayers = forward(target, features);
    const targetValues = valuesOf(target, targetLayers);
    const ofTarget = new Map(
      films.map((film) => [
        film,
        targetValues.ofFilm(scoreFilm(target, features, targetLayers, STARS, film)),
      ]),
    );
    return listValue(films, {
      appeal,
      attention,
      valueOf: (film) => ofTarget.get(film) as number,
      none: { appeal: none.appeal, value: targetValues.none.value },
    });
  }

  /** Factors of 0 with the rate's chance, else 1 / (1 − rate). */
  private drawMask(length: number, rate: number): Float64Array {
    const mask = new Float64Array(length);
    for (let i = 0; i < length; i++) mask[i] = this.random.next() < rate ? 0 : 1 / (1 - rate);
    return mask;
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

const copyParameters = (parameters: SlateParameters): SlateParameters =>
  Object.fromEntries(PARAMETERS.map((name) => [name, parameters[name].slice()])) as SlateParameters &
    Record<string, Float32Array>;
