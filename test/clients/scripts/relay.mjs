/** The Relay compiler accepts the schema, and the runtime pages through a connection and refetches a node by its id. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { url } from './shared.mjs';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'relay-'));
try {
  mkdirSync(join(folder, 'src'));
  copyFileSync(join(root, 'test', 'clients', 'relay', 'films.js'), join(folder, 'src', 'films.js'));
  copyFileSync(join(root, 'schema.augmented.graphql'), join(folder, 'schema.graphql'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'relay.config.json'),
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'javascript',
      eagerEsModules: false,
      customScalarTypes: { DateTime: 'string' },
    }),
  );
  execFileSync(process.execPath, [require.resolve('relay-compiler/cli.js')], { cwd: folder, stdio: 'pipe' });
  await run((name) => require(join(folder, 'src', '__generated__', `${name}.graphql.js`)));
} finally {
  rmSync(folder, { recursive: true });
}

async function run(artifact) {
  const {
    commitMutation,
    createOperationDescriptor,
    Environment,
    fetchQuery,
    Network,
    RecordSource,
    Store,
  } = require('relay-runtime');
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return response.json();
    }),
  });
  const ask = (name, variables) => fetchQuery(environment, artifact(name), variables).toPromise();
  const titles = () =>
    Object.values(environment.getStore().getSource().toJSON())
      .filter((record) => record.__typename === 'Film' && record.title)
      .map(({ __id, title }) => [__id, title]);

  environment.retain(createOperationDescriptor(artifact('filmsQuery'), { first: 3 }));
  const first = await ask('filmsQuery', { first: 3 });
  assert.equal(first.recommendations.items.length, 2);
  const page = environment.lookup(createOperationDescriptor(artifact('filmsQuery'), { first: 3 }).fragment);
  assert.equal(page.isMissingData, false);
  const before = titles();
  assert.ok(before.length >= 3);

  const source = environment.getStore().getSource().toJSON();
  const { endCursor, hasNextPage } = Object.values(source).find(
    (record) => record.__typename === 'PageInfo' && record.__id.includes('films_filmsConnection'),
  );
  assert.equal(hasNextPage, true);
  await ask('filmsPageQuery', { first: 3, after: endCursor });
  assert.ok(titles().length >= before.length);

  const [id, title] = before[0];
  const { node } = await ask('filmsFilmQuery', { id });
  assert.equal(node.__typename ?? 'Film', 'Film');
  assert.equal(new Map(titles()).get(id), title);

  await new Promise((resolve, reject) => {
    commitMutation(environment, {
      mutation: artifact('filmsRentalMutation'),
      variables: { input: { customer: '1', film: '2', idempotencyKey: 'relay' } },
      onCompleted: (_answer, errors) => (errors ? reject(new Error(errors[0].message)) : resolve()),
      onError: reject,
    });
  });
}
