import type { RunFragment } from '../api/operations.generated';

type Run = Pick<
  RunFragment,
  'policy' | 'seed' | 'steps' | 'engine' | 'engineVersion' | 'resumedFrom' | 'settings'
>;

/** A setting with its value for each run. */
export interface SettingRow {
  name: string;
  /** One value per run; undefined if the run has no such setting. */
  values: (string | undefined)[];
  /** Whether the runs have different values. */
  differs: boolean;
}

/** Lists the settings of runs side by side: seed, limits and engine first, then the hyperparameters. */
export function diffSettings(runs: readonly Run[]): SettingRow[] {
  const tables = runs.map(toTable);
  const names = [...new Set(tables.flatMap((table) => [...table.keys()]))];
  return names.map((name) => {
    const values = tables.map((table) => table.get(name));
    return { name, values, differs: new Set(values).size > 1 };
  });
}

const toTable = (run: Run): ReadonlyMap<string, string> =>
  new Map([
    ['policy', run.policy],
    ['seed', String(run.seed)],
    ['max steps', String(run.steps)],
    ['engine', `${run.engine} ${run.engineVersion}`],
    ['resumed from', run.resumedFrom ?? 'scratch'],
    ...run.settings.map(({ name, value }): [string, string] => [name, value]),
  ]);
