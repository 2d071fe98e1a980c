import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Pixels for each unit of the drawing: sharp on a screen of twice the usual density. */
const SCALE = 2;

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

let loaded: Promise<Uint8Array[]> | undefined;

/** The renderer once, and the fonts, which come along: a server may have none. */
async function load(): Promise<Uint8Array[]> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(FONTS.map((font) => readFile(require.resolve(`dejavu-fonts-ttf/ttf/${font}`))));
}

/** Draws an SVG as PNG, twice as large. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const fontBuffers = await (loaded ??= load());
  const font = { fontBuffers, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: SCALE }, font }).render().asPng();
}
