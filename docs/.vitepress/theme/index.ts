import { nextTick, onMounted, watch } from 'vue';
import { useData, useRoute, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';

/** Draws the diagrams of a page. Mermaid is loaded only by pages that have one. */
async function drawDiagrams(isDark: boolean): Promise<void> {
  const nodes = [...document.querySelectorAll<HTMLElement>('pre.mermaid:not([data-processed])')];
  if (nodes.length === 0) return;
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false, theme: isDark ? 'dark' : 'default' });
  await mermaid.run({ nodes });
}

const theme: Theme = {
  extends: DefaultTheme,
  setup() {
    const route = useRoute();
    const { isDark } = useData();
    onMounted(() => drawDiagrams(isDark.value));
    watch(
      () => route.path,
      () => nextTick(() => drawDiagrams(isDark.value)),
    );
  },
};

// eslint-disable-next-line import-x/no-default-export -- VitePress takes a default export
export default theme;
