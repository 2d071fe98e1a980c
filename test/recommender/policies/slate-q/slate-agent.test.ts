import { createRandom } from '../../../../src/random';
import { loadEngine } from '../../../../src/recommender/engine/load-engine';
import { SlateAgent } from '../../../../src/recommender/policies/slate-q/slate-agent';
import { createFilmTensors } from '../../../../src/recommender/policies/slate-q/slate-heads';
import { slateLoss } from '../../../../src/recommender/policies/slate-q/slate-loss';
import { createParameters, PARAMETERS } from '../../../../src/recommender/policies/slate-q/slate-network';
import { MYOPIC_SETTINGS, SLATE_SETTINGS } from '../../../../src/recommender/policies/slate-q/slate-settings';
import { stackStates } from '../../../../src/recommender/policies/slate-q/state-batch';
import { VisitLog } from '../../../../src/recommender/policies/slate-q/visit-log';
import { VisitState } from '../../../../src/recommender/policies/slate-q/visit-state';

const FILMS = 12;
const films = {
  count: FILMS,
  categoryCount: 3,
  actorCount: 5,
  category: Int32Array.from({ length: FILMS }, (_, film) => film % 3),
  actors: Array.from({ length: FILMS }, (_, film) => Int32Array.of(film % 5, (film + 2) % 5)),
};
const small = { dimension: 4, hidden: 6, batch: 48, listLength: 3, warmUp: 5, learningRate: 0.02 };
const settings = { ...SLATE_SETTINGS, ...small };

/** Visits of customers who like one category each and rate its films highly. */
function visits(customers = 20, days = 12): VisitLog {
  const random = createRandom(3);
  const log = new VisitLog();
  const states = Array.from({ length: customers }, () => new VisitState(settings));
  for (let day = 0; day < days; day += 2) {
    states.forEach((state, customer) => {
      const list = [...random.shuffle(Int32Array.from({ length: FILMS }, (_, film) => film))].slice(0, 3);
      const liked = list.find((film) => film % 3 === customer % 3 && !state.history().includes(film));
      const own = customer % 5 === 0;
      const visit = { list: own ? [] : list, film: liked ?? -1, stars: liked === undefined ? 0 : 4 };
      log.add({ ...visit, customer, day, state: state.snapshot(day) });
      state.observe(visit, day);
    });
  }
  return log;
}

describe('the slate agent', () => {
  it('has gradients that agree with finite differences', async () => {
    const engine = await loadEngine('cpu');
    const random = createRandom(8);
    const parameters = createParameters(films, settings, random);
    for (const name of PARAMETERS) {
      for (let i = 0; i < parameters[name].length; i++) parameters[name][i] += 0.3 * random.normal();
    }
    const transitions = visits().transitions(30).slice(40, 48);
    const states = stackStates(
      transitions.map(({ visit }) => visit.state),
      films,
      settings,
    );
    const shape = { shape: films, tensors: createFilmTensors(engine, films) };
    const batch = {
      transitions,
      states,
      targets: Float32Array.from(transitions, () => 2 + random.next()),
      hiddenMask: new Float32Array(transitions.length * settings.hidden).fill(1),
    };
    const withTd = { ...settings, tdWeight: 0.5 };
    const lossOf = () => slateLoss(engine, withTd, shape, parameters, batch).loss;
    const { gradients } = slateLoss(engine, withTd, shape, parameters, batch);
    PARAMETERS.forEach((name, index) => {
      const values = parameters[name];
      for (const i of new Set([0, values.length >> 1])) {
        const before = values[i];
        const step = 0.01;
        values[i] = before + step;
        const above = lossOf();
        values[i] = before - step;
        const below = lossOf();
        values[i] = before;
        const slope = (above - below) / (2 * step);
        expect(Math.abs(gradients[index][i] - slope)).toBeLessThan(0.01 + 0.05 * Math.abs(slope));
      }
    });
  });

  it('learns the choices of customers, reproducibly for a seed, without keeping tensors', async () => {
    const engine = await loadEngine('wasm');
    const transitions = visits().transitions(30);
    const train = (own = settings) => {
      const agent = new SlateAgent(engine, films, own, createRandom(1));
      const first = agent.learn(transitions, 5);
      const tensors = engine.tf.memory().numTensors;
      agent.learn(transitions, 30);
      expect(engine.tf.memory().numTensors).toBe(tensors);
      const last = agent.learn(transitions, 5);
      const states = transitions.slice(-20).map(({ visit }) => visit.state);
      const lists = agent.lists(states);
      agent.dispose();
      return { first, last, lists };
    };
    const [once, again] = [train(), train()];
    expect(once).toEqual(again);
    // Without targets that move while the values grow, the loss falls.
    const myopic = train({ ...MYOPIC_SETTINGS, ...small });
    expect(myopic.last).toBeLessThan(myopic.first);
    expect(once.lists.every((list) => new Set(list).size === 3)).toBe(true);
  });
});
