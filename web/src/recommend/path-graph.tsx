import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import { useEffect, useMemo, useRef } from 'react';
import { useColors } from '../frame/use-colors';
import { useWidth } from '../frame/use-width';
import { layOutPaths, type PathLayout } from './lay-out-paths';
import { pathColumns, pathStyle } from './path-style';
import type { RecommendedItem } from './recommended-item';

const ROW_HEIGHT = 34;

/**
 * Draws the paths from rented films through shared actors and categories to recommended films. The list below
 * has the same content as text, for screen readers.
 */
export function PathGraph({
  items,
  chosen,
  onChoose,
}: {
  items: readonly RecommendedItem[];
  chosen: string | undefined;
  onChoose: (film: string | undefined) => void;
}) {
  const container = useRef<HTMLDivElement>(null);
  const graph = useRef<Core>(null);
  const width = useWidth(container);
  const colors = useColors();
  const layout = useMemo(() => layOutPaths(items), [items]);
  const height = Math.max(layout.rows, 4) * ROW_HEIGHT + 16;

  useEffect(() => {
    if (!container.current || width === 0) return;
    const core = cytoscape({
      container: container.current,
      elements: toElements(layout, width, height),
      style: pathStyle(colors, width),
      layout: { name: 'preset', fit: false },
      userZoomingEnabled: false,
      userPanningEnabled: false,
      boxSelectionEnabled: false,
      autoungrabify: true,
      autounselectify: true,
    });
    core.on('mouseover', 'node', ({ target }) => {
      if (container.current)
        container.current.style.cursor = target.data('kind') === 'recommended' ? 'pointer' : '';
      mark(core, pathsOf(core, target.id()));
    });
    core.on('mouseout', 'node', () => {
      if (container.current) container.current.style.cursor = '';
      core.emit('settle');
    });
    graph.current = core;
    return () => core.destroy();
  }, [layout, width, height, colors]);

  useEffect(() => {
    const core = graph.current;
    if (!core) return;
    const settle = () => mark(core, chosen ? pathsOf(core, `recommended:${chosen}`) : undefined);
    const choose = ({ target }: cytoscape.EventObject) => {
      const film: string | undefined =
        target.data('kind') === 'recommended' ? target.data('film') : undefined;
      onChoose(film === chosen ? undefined : film);
    };
    core.on('settle', settle);
    core.on('tap', 'node', choose);
    settle();
    return () => {
      core.off('settle', settle);
      core.off('tap', 'node', choose);
    };
  }, [chosen, onChoose, layout, width, height, colors]);

  return (
    <div
      ref={container}
      role="img"
      aria-label={`Graph of ${items.length} recommended films and the ${layout.nodes.length - items.length} rented films, actors and categories that lead to them. The list below has the same content.`}
      style={{ height, position: 'relative' }}
    />
  );
}

/** All elements on paths through a node. */
function pathsOf(core: Core, id: string): cytoscape.CollectionReturnValue {
  const node = core.getElementById(id);
  const films = new Set<string>(
    node.data('kind') === 'recommended'
      ? [node.data('film')]
      : node
          .connectedEdges()
          .toArray()
          .flatMap((edge) => edge.data('films') as string[]),
  );
  if (node.data('kind') === 'recommended') {
    const edges = core
      .edges()
      .filter((edge) => (edge.data('films') as string[]).some((film) => films.has(film)));
    return edges.union(edges.connectedNodes()).union(node);
  }
  return node.union(node.predecessors()).union(node.successors());
}

/** Highlights some elements and dims the others. Resets all elements if `shown` is undefined. */
function mark(core: Core, shown: cytoscape.CollectionReturnValue | undefined): void {
  core.batch(() => {
    core.elements().removeClass('dim lit');
    if (!shown) return;
    shown.addClass('lit');
    core.elements().not(shown).addClass('dim');
  });
}

function toElements({ nodes, edges }: PathLayout, width: number, height: number): ElementDefinition[] {
  const across = pathColumns(width);
  const column = {
    rented: across.left,
    actor: across.middle,
    category: across.middle,
    recommended: across.right,
  };
  const at = new Map(nodes.map((node) => [node.id, { x: column[node.kind], y: 8 + node.y * (height - 16) }]));
  return [
    ...nodes.map(({ id, kind, label, film }) => ({ data: { id, kind, label, film }, position: at.get(id) })),
    ...edges.map(({ from, to, films }) => ({
      data: { id: `${from}>${to}`, source: from, target: to, films, ...bend(at.get(from), at.get(to)) },
    })),
  ];
}

/** Control points of an edge with horizontal ends, as cytoscape expects them: relative to the straight line. */
function bend(from = { x: 0, y: 0 }, to = { x: 0, y: 0 }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const along = (x: number, y: number) => (x * dx + y * dy) / length ** 2;
  const beside = (x: number, y: number) => (x * -dy + y * dx) / length;
  return {
    weights: [along(dx * 0.4, 0), along(dx * 0.6, dy)],
    distances: [beside(dx * 0.4, 0), beside(dx * 0.6, dy)],
  };
}
