import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { createSourceFile, readStart } from '../../../src/store/source/source-file';

const file = (name: string, stored: Buffer) =>
  createSourceFile(name, stored.length, async () => Readable.from([stored]));

describe('createSourceFile', () => {
  it('reads a compressed file as if it were not compressed', async () => {
    const source = file('ratings.csv.gz', gzipSync('a,b\n'));
    expect(source.name).toBe('ratings.csv');
    expect(String(await readStart(source, 100))).toBe('a,b\n');
    expect(String(await readStart(source, 2))).toBe('a,');
  });

  it('refuses a file that expands far beyond its size', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 2 ** 20));
    await expect(readStart(file('bomb.csv.gz', bomb), Infinity)).rejects.toThrow(
      /^bomb\.csv\.gz was not read: it has more than 200 times its compressed size/,
    );
  });

  it('reports a compressed file that is cut off', async () => {
    const whole = gzipSync(Buffer.from(Array.from({ length: 1_000 }, (_, row) => `${row}\n`).join('')));
    await expect(readStart(file('ratings.csv.gz', whole.subarray(0, 500)), Infinity)).rejects.toThrow(
      /^Cannot read ratings\.csv: .*Check that the file is complete/,
    );
  });
});
