import type { RunFragment } from '../api/operations.generated';
import { Table } from '../frame/table';
import { Term } from '../glossary/term';
import { runName, STATUS, wallTime } from './run-name';
import styles from './train.module.css';

/** The newest runs. One is selected; others can be overlaid on its charts. */
export function RunTable({
  runs,
  chosen,
  overlays,
  colorOf,
  scoreOf,
  onChoose,
  onOverlay,
}: {
  runs: readonly RunFragment[];
  chosen: string | undefined;
  overlays: readonly string[];
  colorOf: ReadonlyMap<string, string>;
  scoreOf: (run: RunFragment) => string | undefined;
  onChoose: (run: string) => void;
  onOverlay: (runs: string[]) => void;
}) {
  return (
    <Table
      label="Runs"
      columns={[
        'Run',
        'Overlay',
        'Status',
        'Seed',
        'Steps',
        'Wall time',
        <Term name="ndcgValidation">NDCG@10 (validation)</Term>,
        'Engine',
        'Version',
      ]}
    >
      {runs.map((run) => (
        <tr key={run.id} data-chosen={run.id === chosen || undefined}>
          <td>
            <button
              type="button"
              className={`bare ${styles.name}`}
              aria-pressed={run.id === chosen}
              onClick={() => onChoose(run.id)}
            >
              <span
                className={styles.swatch}
                style={{ background: colorOf.get(run.id) ?? 'transparent' }}
                aria-hidden="true"
              />
              {runName(run)}
            </button>
          </td>
          <td>
            <input
              type="checkbox"
              aria-label={`Overlay ${runName(run)}`}
              disabled={run.id === chosen}
              checked={run.id !== chosen && overlays.includes(run.id)}
              onChange={({ target }) =>
                onOverlay(
                  target.checked ? [...overlays, run.id] : overlays.filter((other) => other !== run.id),
                )
              }
            />
          </td>
          <td>
            <span className={styles.status} data-status={run.status}>
              {STATUS[run.status]}
            </span>
          </td>
          <td>{run.seed}</td>
          <td>{run.step.toLocaleString('en')}</td>
          <td>{wallTime(run)}</td>
          <td>{scoreOf(run) ?? '–'}</td>
          <td>{run.engine}</td>
          <td>{run.version ? <code>{run.version}</code> : '–'}</td>
        </tr>
      ))}
    </Table>
  );
}
