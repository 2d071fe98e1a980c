import type { StylesheetJson } from 'cytoscape';
import type { Colors } from '../frame/use-colors';

/** Horizontal positions of the columns, with margins for the titles at both sides. */
export function pathColumns(width: number) {
  const margin = Math.min(width * 0.31, 215);
  return { margin, left: margin, middle: width / 2, right: width - margin };
}

/** The cytoscape stylesheet for the given colors and width in pixels. */
export function pathStyle(colors: Colors, width: number): StylesheetJson {
  const { margin } = pathColumns(width);
  const isNarrow = width < 560;
  const dot = isNarrow ? 9 : 12;
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        color: colors.ink,
        'font-family': 'Geist Variable, system-ui, sans-serif',
        'font-size': isNarrow ? 10 : 12.5,
        'text-valign': 'center',
        'text-wrap': 'ellipsis',
        'text-max-width': `${margin - dot - 8}px`,
        width: dot,
        height: dot,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'node[kind = "rented"]',
      style: { 'background-color': colors.rented, 'text-halign': 'left', 'text-margin-x': -6 },
    },
    {
      selector: 'node[kind = "recommended"]',
      style: {
        'background-color': colors.accent,
        'text-halign': 'right',
        'text-margin-x': 6,
        'font-weight': 'bold',
      },
    },
    {
      selector: 'node[kind = "actor"], node[kind = "category"]',
      style: {
        shape: 'round-rectangle',
        'background-color': colors.shared,
        'text-valign': 'top',
        'text-margin-y': -1,
        'font-size': isNarrow ? 9 : 11.5,
        'text-max-width': `${width - 2 * margin - 24}px`,
        'text-background-color': colors.panel,
        'text-background-opacity': 0.85,
        'text-background-padding': '1px',
        width: 7,
        height: 7,
      },
    },
    {
      selector: 'edge',
      style: {
        width: 1.5,
        opacity: 0.5,
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'node-position',
        'control-point-weights': 'data(weights)' as never,
        'control-point-distances': 'data(distances)' as never,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge[source ^= "rented"]', style: { 'line-color': colors.rented } },
    { selector: 'edge[target ^= "recommended"]', style: { 'line-color': colors.accent } },
    { selector: 'edge.lit', style: { width: 2.5, opacity: 1, 'z-index': 2 } },
    { selector: 'node.dim', style: { opacity: 0.3 } },
    { selector: 'edge.dim', style: { opacity: 0.15 } },
  ];
}
