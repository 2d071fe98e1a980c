import { defineConfig } from 'vite';

/** Builds the dashboard into dist/web, which the server serves. `npm run dashboard` starts a development server instead. */
export default defineConfig(({ command }) => {
  // Tests set NODE_ENV=test, but they must test the production build.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    build: {
      outDir: '../dist/web',
      emptyOutDir: true,
      // Assets are never inlined as data: URLs, because the content security policy blocks them.
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
