import { defineConfig } from 'vite';

/** Serves the page and the API from one origin, so that CORS is not needed. */
const proxy = { '/graphql': process.env.REELGRAPH_URL ?? 'http://127.0.0.1:4000' };

/** `npm run example:react` serves the page next to a running server. */
export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: '../../var/example-react', emptyOutDir: true },
  server: { proxy },
  preview: { proxy },
});
