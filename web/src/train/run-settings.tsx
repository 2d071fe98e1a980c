import { useState } from 'react';
import type { RunFragment } from '../api/operations.generated';
import { Table } from '../frame/table';
import { diffSettings } from './diff-settings';
import { runName } from './run-name';
import styles from './train.module.css';

/** The settings of the displayed runs side by side. Rows that differ are marked. */
export function RunSettings({
  runs,
  colorOf,
}: {
  runs: readonly RunFragment[];
  colorOf: ReadonlyMap<string, string>;
}) {
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const rows = diffSettings(runs);
  const isComparing = runs.length > 1;
  const shown = isComparing && onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  return (
    <details className={styles.settings} open={isComparing}>
      <summary>{isComparing ? 'Settings compared' : 'Settings'}</summary>
      {isComparing && (
        <label className="check">
          <input
            type="checkbox"
            checked={onlyDifferences}
            onChange={({ target }) => setOnlyDifferences(target.checked)}
          />{' '}
          Only differences ({rows.filter(({ differs }) => differs).length})
        </label>
      )}
      <Table
        label="Settings of the runs"
        columns={[
          'Setting',
          ...runs.map((run) => (
            <>
              <span
                className={styles.swatch}
                style={{ background: colorOf.get(run.id) }}
                aria-hidden="true"
              />{' '}
              {runName(run)}
            </>
          )),
        ]}
      >
        {shown.map(({ name, values, differs }) => (
          <tr key={name} data-differs={differs || undefined}>
            <th scope="row">
              {name}
              {differs && <span className={styles.differs}> differs</span>}
            </th>
            {values.map((value, i) => (
              <td key={runs[i].id}>{value ?? '–'}</td>
            ))}
          </tr>
        ))}
      </Table>
      {shown.length === 0 && <p className="muted">The runs have the same settings.</p>}
    </details>
  );
}
