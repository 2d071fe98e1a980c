import { createRandom } from '../../../../src/random';
import { ReplayMemory } from '../../../../src/recommender/policies/tutorial/replay-memory';

const transition = (reward: number) => ({
  state: new Float32Array(1),
  nextState: new Float32Array(1),
  reward,
});
const filled = (capacity: number, count: number) => {
  const memory = new ReplayMemory<ReturnType<typeof transition>>(capacity);
  for (let reward = 0; reward < count; reward++) memory.push(transition(reward));
  return memory;
};
const rewards = (transitions: { reward: number }[]) => transitions.map(({ reward }) => reward);

describe('ReplayMemory', () => {
  test('forgets the oldest transitions when it is full', () => {
    const memory = filled(5, 12);
    expect(memory.size).toBe(5);
    expect(rewards(memory.sample(5, createRandom(1))).sort((a, b) => a - b)).toEqual([7, 8, 9, 10, 11]);
  });

  test('samples no transition twice', () => {
    const sample = rewards(filled(100, 100).sample(60, createRandom(2)));
    expect(new Set(sample).size).toBe(60);
  });

  test('samples every transition about equally often', () => {
    const memory = filled(10, 10);
    const random = createRandom(3);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw++)
      for (const at of rewards(memory.sample(3, random))) counts[at]++;
    for (const count of counts) expect(Math.abs(count - 3_000)).toBeLessThan(200);
  });

  test('is empty once cleared', () => {
    const memory = filled(5, 5);
    memory.clear();
    expect(memory.size).toBe(0);
    memory.push(transition(42));
    expect(rewards(memory.sample(1, createRandom(1)))).toEqual([42]);
  });
});
