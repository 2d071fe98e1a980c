import { rememberStatements } from '../../src/graph/recent-statements';
import type { Runner } from '../../src/graph/watch-statements';

describe('rememberStatements', () => {
  const remember = (max: number) => {
    const recent = rememberStatements(max);
    const sent: unknown[][] = [];
    const run = (...statement: unknown[]) => void sent.push(statement);
    return { recent, sent, run: recent.watch({ run } as unknown as Runner, false).run };
  };

  it('returns distinct statements with the parameters of their first run, the most frequent first', () => {
    const { recent, run } = remember(3);
    void run('RETURN 1');
    void run('RETURN $x', { x: 1 });
    void run('RETURN $x', { x: 2 });
    expect(recent.list()).toMatchObject([
      { cypher: 'RETURN $x', parameters: { x: 1 } },
      { cypher: 'RETURN 1', parameters: {} },
    ]);
  });

  it('forgets the statement that was not run for the longest time', () => {
    const { recent, run } = remember(2);
    for (const cypher of ['A', 'B', 'A', 'C']) void run(cypher);
    expect(recent.list().map(({ cypher }) => cypher)).toEqual(['A', 'C']);
  });

  it('does not remember statements with large parameters, and runs them', () => {
    const { recent, sent, run } = remember(2);
    void run('A', { rows: Array.from({ length: 2_000 }, () => 1) });
    void run('B', { weights: new Float32Array(1_000) });
    void run('C', { input: { text: 'x'.repeat(2_000) } });
    expect(recent.list()).toEqual([]);
    expect(sent.map(([cypher]) => cypher)).toEqual(['A', 'B', 'C']);
  });
});
