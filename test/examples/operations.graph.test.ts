import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isObjectType, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Graph } from '../../src/graph/graph';
import { codeBlocks, readDocument } from '../docs/read-document';
import { fillWithChance } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { openTestGraph } from '../test-graph';
import { askService } from './ask-service';

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'examples', 'operations');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const files = readdirSync(FOLDER);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any shape
type Answers = Record<string, any>;

/** The operations with their variables, which may come from earlier answers: they are sent one after the other. */
const OPERATIONS: readonly [file: string, variables: (answers: Answers) => Record<string, unknown>][] = [
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
  ['evaluate-policies.graphql', () => ({ policies: ['POPULARITY', 'RANDOM'] })],
  ['evaluation.graphql', ({ evaluatePolicies }) => ({ evaluation: evaluatePolicies.evaluation.id })],
  ['evaluations.graphql', () => ({})],
];

describe('the operations in examples/', () => {
  let graph: Graph;
  let server: TestServer;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithChance(graph);
    server = await startTestServer(graph);
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  it('are all asked here', () => {
    expect(OPERATIONS.map(([file]) => file).sort()).toEqual([...files].sort());
  });

  it('are answered', async () => {
    const answers: Answers = {};
    for (const [file, variables] of OPERATIONS) {
      let count = 0;
      for await (const { data, errors } of askService(server.url, read(file), variables(answers))) {
        count++;
        expect({ file, errors }).toEqual({ file, errors: undefined });
        for (const [field, value] of Object.entries(data)) {
          expect(value).not.toBeNull();
          answers[field] = value;
        }
      }
      expect({ file, count }).not.toEqual({ file, count: 0 });
    }
  });

  it('and those of README.md are answered', async () => {
    const inline = [...readDocument('README.md').matchAll(/`((?:mutation )?\{ .*? \})`/g)].map(
      ([, code]) => code,
    );
    const shown = [...codeBlocks('README.md', 'graphql'), ...inline];
    expect(shown.length).toBeGreaterThan(3);
    for (const document of shown) {
      for await (const { errors } of askService(server.url, document, {})) expect(errors).toBeUndefined();
    }
  });

  it('show every field of the contract', () => {
    const schema = buildSchema(readFileSync(join(ROOT, 'schema.augmented.graphql'), 'utf8'));
    const shown = new Set<string>();
    const types = new TypeInfo(schema);
    for (const file of files) {
      visit(
        parse(read(file)),
        visitWithTypeInfo(types, {
          Field: (field) => void shown.add(`${types.getParentType()?.name}.${field.name.value}`),
        }),
      );
    }
    const written = parse(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));
    const fields = written.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && isObjectType(schema.getType(node.name.value))
        ? (node.fields ?? []).map((field) => `${node.name.value}.${field.name.value}`)
        : [],
    );
    expect(fields.filter((field) => !shown.has(field))).toEqual([]);
  });
});
