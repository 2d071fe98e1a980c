import { setTimeout as wait } from 'node:timers/promises';
import type { TestService } from '../../graphql/test-service';

const FIELDS = `
  id policy status seed steps step epsilon engine engineVersion stepsPerSecond validation startedAt finishedAt
  version resumedFrom error`;
const START = `mutation ($input: StartTrainingInput!) { startTraining(input: $input) { run { ${FIELDS} } } }`;
const CANCEL = `mutation ($run: ID!) { cancelTraining(input: {run: $run}) { run { ${FIELDS} } } }`;
const READ = `query ($id: ID!) {
  trainingRun(id: $id) { ${FIELDS} curve { step loss reward meanReward epsilon validation } }
}`;

/** The training operations of a service, for tests. Default policy: TUTORIAL. */
export function training({ ask }: TestService) {
  const tryStart = (input: object) => ask(START, { input: { policy: 'TUTORIAL', ...input } });
  const read = async (id: string) => (await ask(READ, { id })).data.trainingRun;
  return {
    tryStart,
    read,
    start: async (input: object) => {
      const { data, errors } = await tryStart(input);
      expect(errors).toEqual([]);
      return data.startTraining.run;
    },
    /** Resolves when the run has taken a learning step. */
    learning: async (id: string) => {
      while ((await read(id)).step === 0) await wait(50);
    },
    /** Resolves to the run when it has ended. */
    ended: async (id: string) => {
      for (; ; await wait(50)) {
        const run = await read(id);
        if (run.status !== 'RUNNING') return run;
      }
    },
    cancel: async (run: string) => {
      const { data, errors } = await ask(CANCEL, { run });
      expect(errors).toEqual([]);
      return data.cancelTraining.run;
    },
  };
}
