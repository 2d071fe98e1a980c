import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph';
import { startTrial, writeTrialResults } from '../../src/recommender/versions/trial-repository';
import { askService } from './ask-service';

/** The folder of the example operations. */
export const FOLDER = join(__dirname, '..', '..', 'examples', 'operations');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any shape
export type Answers = Record<string, any>;

/**
 * The operations with their variables, which may come from earlier responses. They are executed one after the other.
 */
export const OPERATIONS: readonly [file: string, variables: (answers: Answers) => Record<string, unknown>][] =
  [
    ['write-embeddings.graphql', () => ({ embeddings: ['FASTRP'] })],
    ['agent.graphql', () => ({})],
    ['viewer.graphql', () => ({})],
    ['system.graphql', () => ({})],
    ['search.graphql', () => ({ text: 'the' })],
    ['film.graphql', () => ({ film: '1' })],
    ['customer.graphql', () => ({ customer: '1' })],
    ['node.graphql', ({ film }) => ({ id: film.id })],
    ['films.graphql', () => ({ title: 'The' })],
    ['actors.graphql', () => ({})],
    ['categories.graphql', () => ({})],
    ['customers.graphql', () => ({})],
    ['customers-with-recommendations.graphql', () => ({ policy: 'ITEM_KNN' })],
    ['embedding-neighbors.graphql', () => ({ film: '1', embedding: 'FASTRP' })],
    ['film-map.graphql', () => ({ embedding: 'FASTRP' })],
    ['what-if.graphql', () => ({ customer: '1', imagine: ['1', '2'] })],
    ['recommendations.graphql', () => ({ customer: '1' })],
    ['recommendations-for.graphql', () => ({ films: ['1', '2', '3'] })],
    [
      'record-rental.graphql',
      ({ recommendations: { id, items } }) => ({
        customer: '1',
        film: items[0].film.filmId,
        recommendationList: id,
        idempotencyKey: 'an example',
      }),
    ],
    [
      'record-rating.graphql',
      ({ recommendations: { items } }) => ({
        customer: '1',
        film: items[0].film.filmId,
        rating: 4,
      }),
    ],
    ['train-step.graphql', () => ({ steps: 5 })],
    ['start-training.graphql', () => ({ policy: 'TUTORIAL', steps: 150 })],
    ['training-progress.graphql', ({ startTraining }) => ({ run: startTraining.run.id })],
    ['cancel-training.graphql', ({ startTraining }) => ({ run: startTraining.run.id })],
    ['training-run.graphql', ({ startTraining }) => ({ run: startTraining.run.id })],
    ['training-runs.graphql', () => ({})],
    ['policy-versions.graphql', () => ({ policy: 'TUTORIAL' })],
    [
      'promote-policy.graphql',
      ({ policyVersions: [{ policy, version }] }) => ({ policy, version, exploration: 0.1, force: true }),
    ],
    ['promotions.graphql', () => ({})],
    ['promotion-trials.graphql', () => ({})],
    ['end-trial.graphql', ({ promotionTrials: [{ id }] }) => ({ trial: id })],
    ['evaluate-policies.graphql', () => ({ policies: ['POPULARITY', 'RANDOM'] })],
    ['evaluation.graphql', ({ evaluatePolicies }) => ({ evaluation: evaluatePolicies.evaluation.id })],
    ['evaluations.graphql', () => ({})],
  ];

/** Starts the trial that the operations show and end, and writes the results of twenty days. */
export async function startExampleTrial(graph: Graph): Promise<void> {
  const current = {
    policy: 'EASE',
    version: null,
    exploration: 0,
    promotedAt: new Date(0).toISOString(),
  } as const;
  const visits = { customers: [], visits: [], visitsBefore: [] };
  const candidate = { id: 'example', policy: 'DQN', version: 'none' } as const;
  const rentals = { verdict: 'UNDECIDED', difference: 0.25, low: -0.1, high: 0.6 } as const;
  const results = { candidateCustomers: 510, currentCustomers: 490, rentals, visits: rentals };
  await graph.transaction(async (run) => {
    await startTrial(run, { ...candidate, current, startedAt: Date.now(), visits });
    await writeTrialResults(run, { id: candidate.id, day: 0 }, { day: 20, results, visits });
  });
}

/** Executes one of the operations and records the fields of its responses. Fails if there are errors. */
export async function askOperation(
  url: string,
  [file, variables]: (typeof OPERATIONS)[number],
  answers: Answers,
): Promise<void> {
  let count = 0;
  const document = readFileSync(join(FOLDER, file), 'utf8');
  for await (const { data, errors } of askService(url, document, variables(answers))) {
    count++;
    expect({ file, errors }).toEqual({ file, errors: undefined });
    for (const [field, value] of Object.entries(data)) {
      expect(value).not.toBeNull();
      answers[field] = value;
    }
  }
  expect({ file, count }).not.toEqual({ file, count: 0 });
}
