import { curvesCsv, type RunWithCurve } from '../../../web/src/train/curves-csv';

describe('curvesCsv', () => {
  it('writes a row per point and leaves missing values empty', () => {
    const point = {
      step: 2,
      seconds: 0.5,
      loss: null,
      reward: 1,
      meanReward: 0.1,
      epsilon: 0.5,
      validation: null,
    };
    const run = { id: 'a1', policy: 'DQN', seed: 7, curve: [point] } as unknown as RunWithCurve;
    expect(curvesCsv([run])).toBe(
      'run,policy,seed,step,seconds,loss,reward,meanReward,epsilon,validation\na1,DQN,7,2,0.5,,1,0.1,0.5,\n',
    );
  });
});
