import { SystemActivityDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { Loading } from '../frame/loading';
import { Table } from '../frame/table';
import { Term } from '../glossary/term';
import { POLICIES } from '../policies/policies';
import { StaleNote } from '../status/stale-note';
import { activityByDay, activityByVersion, hitRate } from './activity';
import { DayBars } from './day-bars';
import styles from './system.module.css';

const POLL_MS = 30_000;

/** Rentals, impressions and hit rate by day and by version. */
export function ActivitySection() {
  const query = useApiQuery(SystemActivityDocument, {}, { pollMs: POLL_MS });
  const { data, error, refetch, dataUpdatedAt } = query;
  if (!data) {
    return error ? (
      <Problem error={error} retry={() => void refetch()} />
    ) : (
      <Loading label="activity" rows={5} />
    );
  }
  const days = activityByDay(data.system, new Date(dataUpdatedAt));
  const versions = activityByVersion(data.system.impressionDays);
  return (
    <section aria-labelledby="activity">
      <div className="heading">
        <h2 id="activity">Last 30 days</h2>
        <p className="muted small">
          <Term name="impression">Impressions</Term> with <Term name="attribution">attribution</Term>; rentals
          recorded through the API; days in UTC
        </p>
      </div>
      <StaleNote query={query} />
      <div className={styles.charts}>
        <DayBars title="Rentals" days={days} valueOf={({ rentals }) => rentals} format={integer} />
        <DayBars
          title="Impressions"
          days={days}
          valueOf={({ impressions }) => impressions}
          format={integer}
        />
        <DayBars title="Hit rate" days={days} valueOf={hitRate} format={percent} />
      </div>
      {versions.length === 0 ? (
        <p className="muted">No impressions in the last 30 days.</p>
      ) : (
        <Table
          label="Impressions by version"
          columns={['Policy', 'Version', 'Impressions', 'With a rental', 'Hit rate']}
        >
          {versions.map(({ policy, version, impressions, rented, hitRate: rate }) => (
            <tr key={`${policy} ${version}`}>
              <td>{POLICIES[policy].name}</td>
              <td>
                <code>{version}</code>
              </td>
              <td>{integer(impressions)}</td>
              <td>{integer(rented)}</td>
              <td>{rate === undefined ? '–' : percent(rate)}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

const integer = (value: number) => value.toLocaleString('en');
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
