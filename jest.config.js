/** Tests mirror src. Those that need a graph (*.graph.test.ts) share one real Neo4j a worker, started for them; the others need nothing. */
const project = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Published as ES modules alone.
  transformIgnorePatterns: ['/node_modules/(?!hyparquet)'],
  // `import()` of a TypeScript module names its compiled file.
  moduleNameMapper: { '^(\\.{1,2}/.*tfjs-\\w+)\\.js$': '$1' },
  transform: {
    '^.+\\.[cm]?[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
};

module.exports = {
  maxWorkers: 2,
  testTimeout: 120_000,
  projects: [
    {
      ...project,
      displayName: 'plain',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['\\.graph\\.test\\.ts$'],
    },
    {
      ...project,
      displayName: 'graph',
      testMatch: ['**/*.graph.test.ts'],
      globalSetup: '<rootDir>/test/start-test-graphs.ts',
      globalTeardown: '<rootDir>/test/stop-test-graphs.ts',
    },
  ],
};
