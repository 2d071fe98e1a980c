import { type DifferenceFragment, type TrialFragment, TrialsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { dateTime } from '../frame/date-time';
import { Table } from '../frame/table';
import { Term } from '../glossary/term';
import { POLICIES } from '../policies/policies';
import { useSession } from '../session/use-session';
import { StaleNote } from '../status/stale-note';
import { EndTrial } from './end-trial';
import { signed } from './signed';
import styles from './compare.module.css';

const POLL_MS = 60_000;

const STATUS: Readonly<Record<TrialFragment['status'], string>> = {
  RUNNING: 'Running',
  PROMOTED: 'Promoted',
  REJECTED: 'Rejected',
  STOPPED: 'Stopped',
};

/** The trials of retrained versions. Renders null before the first trial. */
export function Trials() {
  const { can } = useSession();
  const query = useApiQuery(TrialsDocument, {}, { pollMs: POLL_MS });
  const { data, error, refetch } = query;
  if (!data) return error ? <Problem error={error} retry={() => void refetch()} /> : null;
  if (data.promotionTrials.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="trials">
      <div className="heading">
        <h2 id="trials">Trials</h2>
        <p className="muted small">
          A candidate serves half of the customers until its <Term name="trialDifference">difference</Term> to
          the others is clear
        </p>
      </div>
      <StaleNote query={query} />
      <Table
        label="Table of trials"
        columns={['Candidate', 'Against', 'Started', 'Day', 'Customers', 'Rentals', 'Visits', 'Result']}
      >
        {data.promotionTrials.map((trial) => (
          <tr key={trial.id}>
            <td>
              {POLICIES[trial.policy].name} <code>{trial.version}</code>
            </td>
            <td>
              {POLICIES[trial.currentPolicy].name}{' '}
              {trial.currentVersion && <code>{trial.currentVersion}</code>}
            </td>
            <td>{dateTime(trial.startedAt)}</td>
            <td>{trial.day}</td>
            <td>
              {trial.results
                ? `${trial.results.candidateCustomers.toLocaleString('en')} and ${trial.results.currentCustomers.toLocaleString('en')}`
                : '–'}
            </td>
            <td>{trial.results ? describeDifference(trial.results.rentals) : '–'}</td>
            <td>{trial.results ? describeDifference(trial.results.visits) : '–'}</td>
            <td>
              {STATUS[trial.status]}
              {trial.reason && <span className="muted small"> {trial.reason}</span>}
              {trial.status === 'RUNNING' && can.train && <EndTrial trial={trial.id} />}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** The difference per customer with its interval. */
function describeDifference({ difference, low, high }: DifferenceFragment): string {
  const format = (value: number) => signed(value, 2);
  if (low === null || high === null) return format(difference);
  return `${format(difference)} (${format(low)} to ${format(high)})`;
}
