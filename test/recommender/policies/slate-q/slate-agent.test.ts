import { createRandom } from '../../../../src/random';
import { createListMaker } from '../../../../src/recommender/policies/slate-q/list-maker';
import { SlateAgent } from '../../../../src/recommender/policies/slate-q/slate-agent';
import { listTraits } from '../../../../src/recommender/policies/slate-q/slate-films';
import { prepareNetwork } from '../../../../src/recommender/policies/slate-q/slate-forward';
import { slateLoss } from '../../../../src/recommender/policies/slate-q/slate-loss';
import { createParameters, PARAMETERS } from '../../../../src/recommender/policies/slate-q/slate-network';
import { MYOPIC_SETTINGS, SLATE_SETTINGS } from '../../../../src/recommender/policies/slate-q/slate-settings';
import { readFeatures } from '../../../../src/recommender/policies/slate-q/state-features';
import { VisitLog } from '../../../../src/recommender/policies/slate-q/visit-log';
import { VisitState } from '../../../../src/recommender/policies/slate-q/visit-state';

const FILMS = 12;
const films = {
  count: FILMS,
  categoryCount: 3,
  actorCount: 5,
  // Film 1 has two categories, film 2 has none.
  categories: Array.from({ length: FILMS }, (_, film) =>
    film === 1 ? Int32Array.of(1, 2) : film === 2 ? Int32Array.of() : Int32Array.of(film % 3),
  ),
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
  it('has gradients that agree with finite differences', () => {
    const random = createRandom(8);
    const parameters = createParameters(films, settings, random);
    for (const name of PARAMETERS) {
      for (let i = 0; i < parameters[name].length; i++) parameters[name][i] += 0.3 * random.normal();
    }
    const transitions = visits().transitions(30).slice(40, 56);
    const traits = listTraits(films);
    const withTd = { ...settings, tdWeight: 0.5 };
    const mask = (length: number, rate: number) =>
      Float64Array.from({ length }, () => (random.next() < rate ? 0 : 1 / (1 - rate)));
    const batch = {
      transitions,
      features: transitions.map(({ visit: { state } }) =>
        readFeatures(state, traits, withTd, mask(state.films.length, 0.3)),
      ),
      targets: Float64Array.from(transitions, () => 2 + random.next()),
      hiddenMasks: transitions.map(() => mask(settings.hidden, 0.5)),
    };
    const run = () => slateLoss(prepareNetwork(parameters, traits, withTd), batch);
    const { gradients } = run();
    PARAMETERS.forEach((name, index) => {
      const values = parameters[name];
      for (let i = 0; i < values.length; i += 1 + (values.length >> 4)) {
        const before = values[i];
        const step = 0.0001;
        values[i] = before + step;
        const [above, high] = [run().loss, values[i]];
        values[i] = before - step;
        const [below, low] = [run().loss, values[i]];
        values[i] = before;
        const slope = (above - below) / (high - low);
        expect({ name, i, slope: gradients[index][i] }).toEqual({
          name,
          i,
          slope: expect.closeTo(slope, 2) as number,
        });
      }
    });
  });

  it('learns the choices of customers, reproducibly for a seed', () => {
    const transitions = visits().transitions(30);
    const train = (own = settings) => {
      const agent = new SlateAgent(films, own, createRandom(1));
      const first = agent.learn(transitions, 5);
      agent.learn(transitions, 30);
      const last = agent.learn(transitions, 5);
      const states = transitions.slice(-20).map(({ visit }) => visit.state);
      return { first, last, lists: agent.lists(states), agent, states };
    };
    const [once, again] = [train(), train()];
    expect(once.lists).toEqual(again.lists);
    // Without targets that move while the values grow, the loss falls.
    const myopic = train({ ...MYOPIC_SETTINGS, ...small });
    expect(myopic.last).toBeLessThan(myopic.first);
    expect(once.lists.every((list) => new Set(list).size === 3)).toBe(true);
  });

  it('chooses a list of any length among candidates, ranked by its scores', () => {
    const agent = new SlateAgent(films, settings, createRandom(1));
    agent.learn(visits().transitions(30), 20);
    const { visit } = visits().transitions(30)[60];
    const candidates = Uint8Array.from({ length: FILMS }, (_, film) => Number(film % 2 === 0));
    const { films: list, scores } = createListMaker(films, settings, agent.target).choose(
      visit.state,
      candidates,
      5,
    );
    expect(list).toHaveLength(5);
    expect(list.every((film) => film % 2 === 0)).toBe(true);
    expect(list).toEqual([...list].sort((a, b) => scores[b] - scores[a]));
    expect(scores[1]).toBe(-Infinity);
  });
});
