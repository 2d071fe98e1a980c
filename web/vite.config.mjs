import { defineConfig } from 'vite';

/** Builds the dashboard to dist/web, where the service finds it; `npm run dashboard` serves it beside a running service. */
export default defineConfig(({ command }) => {
  // What is built is for use, also where it is built for tests.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    build: {
      outDir: '../dist/web',
      emptyOutDir: true,
      // Nothing is inlined as data: the pages' content security policy would refuse it.
      assetsInlineLimit: 0,
      target: ['chrome123', 'firefox121', 'safari17.5'],
      chunkSizeWarningLimit: 600,
      rolldownOptions: { checks: { moduleLevelDirective: false, pluginTimings: false } },
    },
    oxc: { jsx: { runtime: 'automatic' } },
    server: {
      proxy: { '/graphql': { target: process.env.REELGRAPH_URL ?? 'http://127.0.0.1:4000', ws: true } },
    },
  };
});
