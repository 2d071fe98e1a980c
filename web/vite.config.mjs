import { defineConfig } from 'vite';

/** Builds the dashboard into dist/web, which the server serves. `npm run dashboard` starts a development server instead. */
export default defineConfig(({ command }) => {
  const server = process.env.REELGRAPH_URL ?? 'http://127.0.0.1:4000';
  // Tests set NODE_ENV=test, but they must test the production build.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    // Relative URLs work under any path.
    base: './',
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
      proxy: { '/graphql': { target: server, ws: true }, '/readyz': { target: server } },
    },
  };
});
