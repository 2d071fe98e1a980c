import { curveAsCsv, curveAsPng, curveAsSvg } from '../../src/commands/export/curve-file';
import { embeddingsAsCsv, embeddingsAsParquet } from '../../src/commands/export/embeddings-file';
import { toSafetensors } from '../../src/commands/export/safetensors';

describe('safetensors', () => {
  it('contains a header with names, shapes and offsets, followed by the values', () => {
    const file = toSafetensors(
      [
        { name: 'a', shape: [2, 2], values: Float32Array.of(1, 2, 3, 4) },
        { name: 'b', shape: [1], values: Float32Array.of(-0.5) },
      ],
      { policy: 'TUTORIAL' },
    );
    const view = new DataView(file.buffer);
    const length = Number(view.getBigUint64(0, true));
    expect(length % 8).toBe(0);
    expect(JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)))).toEqual({
      __metadata__: { policy: 'TUTORIAL' },
      a: { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] },
      b: { dtype: 'F32', shape: [1], data_offsets: [16, 20] },
    });
    expect(file.length).toBe(8 + length + 20);
    expect(view.getFloat32(8 + length + 12, true)).toBe(4);
    expect(view.getFloat32(8 + length + 16, true)).toBe(-0.5);
  });
});

describe('embeddings', () => {
  const nodes = [
    { label: 'Film' as const, id: '1', name: 'Nights, "Silent"', embedding: [0.5, -1] },
    { label: 'Actor' as const, id: '2', name: 'Ada Beck', embedding: [0.25, 2] },
  ];

  it('as CSV have one column per number', () => {
    expect(embeddingsAsCsv(nodes)).toBe(
      'label,id,name,e0,e1\r\nFilm,1,"Nights, ""Silent""",0.5,-1\r\nActor,2,Ada Beck,0.25,2\r\n',
    );
  });

  it('as Parquet are lists of floats', async () => {
    const { parquetReadObjects } = await import('hyparquet');
    const { buffer } = await embeddingsAsParquet(nodes);
    expect(await parquetReadObjects({ file: buffer as ArrayBuffer })).toEqual(nodes);
  });
});

describe('curves', () => {
  const point = (step: number, loss: number | null, validation: number | null = null) => ({
    step,
    loss,
    reward: step % 3,
    meanReward: step / 10,
    epsilon: 0.5 * 0.999 ** step,
    validation,
  });
  const points = [point(1, null), point(2, 0.5), point(3, 0.25, 0.1)];

  it('as CSV have one line per point', () => {
    expect(curveAsCsv(points.slice(0, 2))).toBe(
      'step,loss,reward,meanReward,epsilon,validation\r\n1,,1,0.1,0.4995,\r\n2,0.5,2,0.2,0.4990005,\r\n',
    );
  });

  it('as SVG draw loss and reward in separate plots', () => {
    const svg = curveAsSvg(points, 'DQN & co');
    expect(svg.match(/<path /g)).toHaveLength(5);
    expect(svg).toContain('DQN &amp; co: loss');
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    // The line begins at the first loss.
    expect(/<path d="(M[^"]+)"/.exec(svg)?.[1]).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/);
  });

  it('as PNG show the same drawing at twice the size, with text', async () => {
    const png = Buffer.from(await curveAsPng(points, 'DQN'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_720, 2_400]);
    expect(png).not.toEqual(Buffer.from(await curveAsPng(points, 'EQN')));
  });

  it('as SVG can have one point or no points', () => {
    for (const few of [points.slice(1, 2), []]) {
      expect(curveAsSvg(few, 'Short')).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  });
});
