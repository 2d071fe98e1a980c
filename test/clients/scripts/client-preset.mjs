/** The client preset of GraphQL Code Generator: typed documents, custom scalars included, that compile and are answered. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';
import { url } from './shared.mjs';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'preset-'));
try {
  writeFileSync(
    join(folder, 'app.ts'),
    `import { graphql } from './gql';
    export const Runs = graphql(\`query Runs { trainingRuns(first: 1) { id status startedAt } }\`);
    export const Hits = graphql(\`query Hits { search(text: "a") { id ... on Film { title } } }\`);`,
  );
  await generate(
    {
      cwd: folder,
      silent: true,
      schema: join(root, 'schema.augmented.graphql'),
      documents: join(folder, 'app.ts'),
      generates: {
        [`${join(folder, 'gql')}/`]: {
          preset,
          config: {
            scalars: { ID: 'string', DateTime: 'string' },
            strictScalars: true,
            documentMode: 'string',
          },
        },
      },
    },
    true,
  );
  const generated = readFileSync(join(folder, 'gql', 'graphql.ts'), 'utf8');
  assert.match(generated, /type RunsQuery = .*startedAt: string/);
  assert.doesNotMatch(generated, /: any\b/);
  const ts = require('typescript');
  const { outputText } = ts.transpileModule(generated, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported = {};
  new Function('exports', outputText)(exported);
  for (const name of ['RunsDocument', 'HitsDocument']) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: exported[name].toString() }),
    });
    const { data, errors } = await response.json();
    assert.equal(errors, undefined);
    assert.ok(data);
  }
} finally {
  rmSync(folder, { recursive: true });
}
