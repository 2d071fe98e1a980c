import { posix } from 'node:path';
import { defineConfig } from 'vitepress';

const REPOSITORY = 'https://github.com/reelgraph/reelgraph';

/** Links that leave docs/ lead to the repository. */
function toRepository(href: string, page: string): string {
  if (!href.startsWith('.')) return href;
  const path = posix.normalize(posix.join('docs', posix.dirname(page), href));
  return path.startsWith('docs/') ? href : `${REPOSITORY}/blob/main/${path}`;
}

// eslint-disable-next-line import-x/no-default-export -- VitePress takes a default export
export default defineConfig({
  title: 'reelgraph',
  description: 'A GraphQL API that recommends films from a Neo4j graph with deep reinforcement learning.',
  // The addresses of a server on the reader's machine.
  ignoreDeadLinks: [/^http:\/\/127\.0\.0\.1/],
  markdown: {
    config: (markdown) => {
      markdown.core.ruler.push('repository-links', ({ tokens, env }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.type === 'link_open' ? token.attrGet('href') : null;
          if (href) token.attrSet('href', toRepository(href, (env as { relativePath: string }).relativePath));
        }
      });
      const fence = markdown.renderer.rules.fence;
      markdown.renderer.rules.fence = (tokens, index, ...rest) => {
        const { info, content } = tokens[index];
        if (info.trim() === 'mermaid')
          return `<pre class="mermaid" v-pre>${markdown.utils.escapeHtml(content)}</pre>`;
        return fence?.(tokens, index, ...rest) ?? '';
      };
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path` },
    nav: [
      { text: 'API', link: '/api' },
      { text: 'Operating', link: '/operating' },
      { text: 'Changelog', link: `${REPOSITORY}/blob/main/CHANGELOG.md` },
    ],
    sidebar: [
      {
        text: 'Use',
        items: [
          { text: 'API by example', link: '/api' },
          { text: 'Clients and caches', link: '/clients' },
          { text: 'Assistants (MCP)', link: '/mcp' },
          { text: 'Dashboard', link: '/dashboard' },
          { text: 'Your own graph', link: '/your-own-graph' },
          { text: 'Data model', link: '/data-model' },
          { text: 'Importing', link: '/importing' },
          { text: 'Troubleshooting', link: '/troubleshooting' },
          { text: 'Comparison', link: '/comparison' },
        ],
      },
      {
        text: 'Learn',
        items: [
          { text: 'Training runs', link: '/training' },
          { text: 'Learning', link: '/learning' },
          { text: 'Closed loop', link: '/closed-loop' },
          { text: 'TUTORIAL policy', link: '/tutorial-policy' },
          { text: 'Engines', link: '/engines' },
        ],
      },
      {
        text: 'Operate',
        items: [
          { text: 'Operating', link: '/operating' },
          { text: 'Security', link: '/security' },
          { text: 'Performance', link: '/performance' },
          { text: 'Scaling and Kubernetes', link: '/scaling' },
          { text: 'Neo4j Aura', link: '/aura' },
        ],
      },
      {
        text: 'Migrate',
        items: [
          { text: 'From Azure Personalizer', link: '/migrate-from-azure-personalizer' },
          { text: 'From Weaviate’s GraphQL API', link: '/migrate-from-weaviate-graphql' },
        ],
      },
      {
        text: 'Contribute',
        items: [
          { text: 'Tour of the code', link: '/tour' },
          { text: 'Decisions', link: '/decisions/' },
        ],
      },
    ],
  },
});
