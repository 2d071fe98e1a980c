import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { assetPath } from '../../assets';

/** Pixels per unit of the drawing, for screens of double density. */
const SCALE = 2;

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'] as const;

let loaded: Promise<Uint8Array[]> | undefined;

/** Loads the renderer and the bundled fonts once. A server may have no fonts installed. */
async function load(): Promise<Uint8Array[]> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(FONTS.map((font) => readFile(assetPath(font))));
}

/** Renders an SVG as PNG at twice its size. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const fontBuffers = await (loaded ??= load());
  const font = { fontBuffers, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: SCALE }, font }).render().asPng();
}
