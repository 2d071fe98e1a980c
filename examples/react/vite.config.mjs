import { defineConfig } from 'vite';

/** The page and the API under one address, so that the browser asks no other origin. */
const proxy = { '/graphql': process.env.REELGRAPH_URL ?? 'http://127.0.0.1:4000' };

/** `npm run example:react` serves the page beside a running service. */
export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: '../../var/example-react', emptyOutDir: true },
  server: { proxy },
  preview: { proxy },
});
