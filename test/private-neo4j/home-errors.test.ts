import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireSpace, toHomeError } from '../../src/private-neo4j/home-errors';

describe('the errors of a home', () => {
  const home = mkdtempSync(join(tmpdir(), 'reelgraph-home-'));
  const failure = (code: string) => Object.assign(new Error(code), { code });

  it('say how much space is missing, before anything is written', async () => {
    await requireSpace(home, 1);
    await expect(requireSpace(home, 1e9)).rejects.toMatchObject({
      code: 'CANNOT_START',
      message: expect.stringMatching(
        /^The disk of the home .* is full\. \d+ MB are free, and 1000000000 MB are needed\. Free some space/,
      ),
    });
    expect(readdirSync(home)).toEqual([]);
  });

  it.each(['ENOSPC', 'EDQUOT'])('say that the disk is full if a write fails with %s', (code) => {
    const cause = failure(code);
    expect(toHomeError(cause, home)).toMatchObject({
      code: 'CANNOT_START',
      message: expect.stringMatching(
        /^The disk of the home .* is full\. Free some space, or set REELGRAPH_HOME/,
      ),
      cause,
    });
  });

  it.each(['EACCES', 'EROFS'])('say that the home cannot be written to if a write fails with %s', (code) => {
    expect(toHomeError(failure(code), home)).toMatchObject({
      code: 'CANNOT_START',
      message: expect.stringMatching(
        new RegExp(`^Cannot write to the home .* \\(${code}\\)\\. Make it writable`),
      ),
    });
  });

  it('leave any other error unchanged', () => {
    const error = failure('ENOENT');
    expect(toHomeError(error, home)).toBe(error);
  });
});
