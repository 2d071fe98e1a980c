import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The layers, from the outside in: a layer may import those after it, never those before it. */
const LAYERS = [
  ['src/main.ts'],
  ['src/commands'],
  ['src/app.ts', 'src/open-graph.ts', 'src/prepare-graph.ts'],
  ['src/http'],
  ['src/graphql'],
  ['src/recommender'],
  ['src/store', 'src/embeddings', 'src/private-neo4j'],
  ['src/graph'],
];

/** The folders of the recommender, from the outside in: a folder may import those of later layers. */
const RECOMMENDER_LAYERS = [
  ['simulation', 'serving'],
  ['autopilot'],
  ['versions'],
  ['training', 'evaluation'],
  ['impressions'],
  ['policies'],
  ['metrics'],
  ['rentals'],
  ['films', 'engine'],
].map((layer) => layer.map((folder) => `src/recommender/${folder}`));

const toZones = (layers, message) =>
  layers
    .flatMap((layer, depth) =>
      layer.map((target) => ({
        target: `./${target}`,
        from: [...layers.slice(0, depth).flat(), ...layer.filter((folder) => folder !== target)].map(
          (folder) => `./${folder}`,
        ),
        message,
      })),
    )
    .filter(({ from }) => from.length > 0);

const directions = [
  ...LAYERS.flatMap((layer, depth) =>
    layer.map((target) => ({
      target: `./${target}`,
      from: LAYERS.slice(0, depth)
        .flat()
        .map((folder) => `./${folder}`),
      message:
        'Imports point one way: main, commands, app, http, graphql, recommender, store and embeddings, graph.',
    })),
  ).filter(({ from }) => from.length > 0),
  ...toZones(
    RECOMMENDER_LAYERS,
    'Imports point one way: serving, autopilot, versions, training and evaluation, impressions, policies, metrics, rentals, films and engine.',
  ),
];

export default tseslint.config(
  { ignores: ['dist', 'var', 'node_modules', 'docs/.vitepress/{cache,dist,.temp}', '**/*.generated.ts'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js'] })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: directions }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { defaultFrom: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/private-neo4j/keeper.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'src/main.ts alone reads the environment.' },
      ],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}', 'examples/react/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            { target: './web', from: './src', message: 'The dashboard asks the API, like everybody else.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    rules: { 'import-x/no-default-export': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
