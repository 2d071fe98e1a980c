import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { createProgressDisplay } from '../src/progress';

const terminal = (columns: number) =>
  Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns });
const written = (output: PassThrough) => String(output.read() ?? '');

describe('progress on a terminal', () => {
  it('cuts the status line to the width of the terminal', async () => {
    const output = terminal(30);
    const { progress } = createProgressDisplay(output);
    await progress('Downloading Neo4j, Graph Data Science and APOC 電影', async () => undefined);
    const [status] = written(output)
      .split('\r')
      .filter((part) => part.includes('…'));
    expect(stripVTControlCharacters(status).trimEnd()).toBe('… Downloading Neo4j, Graph D…');
  });

  it('shows bytes and files, and leaves out the parts that do not fit', async () => {
    const lines = async (columns: number) => {
      const output = terminal(columns);
      await createProgressDisplay(output).progress('Downloading Neo4j, GDS and APOC', async (report) => {
        await pause(150);
        report(78, 135, 'MB', '1076 files');
      });
      return stripVTControlCharacters(written(output)).split('\r');
    };
    const counted = '… Downloading Neo4j, GDS and APOC  57 % (78 of 135 MB, 1076 files)';
    expect(await lines(80)).toContain(`${counted}  0 s`);
    expect(await lines(70)).toContain(counted);
  });

  it('wraps the line of a finished step between words', async () => {
    const output = terminal(40);
    const { progress } = createProgressDisplay(output);
    await progress(
      'Generating the sample store',
      async () => 16_793,
      (rentals) => `${rentals} rentals`,
    );
    const [first, second] = stripVTControlCharacters(written(output)).split('\n');
    expect(first).toMatch(/✔ Generating the sample store {2}16793$/);
    expect(second).toMatch(/^ {2}rentals {2}0\.\d s$/);
  });

  it('keeps a line for each finished step', async () => {
    const output = terminal(80);
    const { progress } = createProgressDisplay(output);
    await progress(
      'Importing',
      async () => 3,
      (count) => `${count} films`,
    );
    await expect(progress('Failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const lines = stripVTControlCharacters(written(output)).split('\n');
    expect(lines[0]).toMatch(/✔ Importing {2}3 films {2}\d+\.\d s$/);
    expect(lines[1]).toMatch(/✘ Failing {2}\d+\.\d s$/);
  });

  it('prints text above the status line and draws the line again', async () => {
    const output = terminal(80);
    const { progress, print } = createProgressDisplay(output);
    await progress('Working', async () => print('a log line\n'));
    expect(written(output)).toContain('\r\x1b[2Ka log line\n… Working');
  });
});

describe('progress without a terminal', () => {
  it('writes JSON lines', async () => {
    const output = new PassThrough({ encoding: 'utf8' });
    const { progress } = createProgressDisplay(output);
    await progress(
      'Importing',
      async () => 3,
      (count) => `${count} films`,
    );
    const lines = written(output)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ status }) => status)).toEqual(['started', 'done']);
    expect(lines[1]).toMatchObject({ step: 'Importing', summary: '3 films', seconds: expect.any(Number) });
  });
});
