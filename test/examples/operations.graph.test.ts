import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isObjectType, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Graph } from '../../src/graph/graph';
import { codeBlocks, readDocument } from '../docs/read-document';
import { fillWithRandomEmbeddings } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { openTestGraph } from '../test-graph';
import { askService } from './ask-service';
import { type Answers, askOperation, FOLDER, OPERATIONS, startExampleTrial } from './operations';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const files = readdirSync(FOLDER);

describe('the operations in examples/', () => {
  let graph: Graph;
  let server: TestServer;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    await startExampleTrial(graph);
    server = await startTestServer(graph);
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  it('are all executed by this test', () => {
    expect(OPERATIONS.map(([file]) => file).sort()).toEqual([...files].sort());
  });

  it('return data', async () => {
    const answers: Answers = {};
    for (const operation of OPERATIONS) await askOperation(server.url, operation, answers);
  });

  it('in README.md return data', async () => {
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
