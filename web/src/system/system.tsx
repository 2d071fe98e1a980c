import { Link } from 'wouter';
import { SystemStateDocument, type SystemStateQuery } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { dateTime } from '../frame/date-time';
import { Loading } from '../frame/loading';
import { useTitle } from '../frame/use-title';
import { POLICIES } from '../policies/policies';
import { RoleNote } from '../session/role-note';
import { useSession } from '../session/use-session';
import { StaleNote } from '../status/stale-note';
import { useConnection } from '../status/use-connection';
import { runName, STATUS } from '../train/run-name';
import { groupEvents } from './group-events';
import { ActivitySection } from './activity-section';
import styles from './system.module.css';

const POLL_MS = 10_000;

/** The state of the system: the store, learning, activity, data quality, events and versions. */
export function System() {
  useTitle('System');
  const { can } = useSession();
  const query = useApiQuery(SystemStateDocument, {}, { pollMs: POLL_MS });
  const { data, error, refetch } = query;
  return (
    <div className={styles.view}>
      <div>
        <h1>System</h1>
        <p className="muted">The server, its graph and what it recommends.</p>
      </div>
      {!can.names && (
        <RoleNote restriction="Everything on this page is visible to your role. It shows numbers, not customers." />
      )}
      <StaleNote query={query} />
      {!data ? (
        error ? (
          <Problem error={error} retry={() => void refetch()} />
        ) : (
          <Loading label="system" rows={8} />
        )
      ) : (
        <>
          <Counts counts={data.system.counts} />
          <ActivitySection />
          <div className={styles.columns}>
            <Learning data={data} />
            <DataIssues issues={data.system.dataIssues} />
            <Versions versions={data.system.versions} />
          </div>
          <Events events={data.system.events} />
        </>
      )}
    </div>
  );
}

type State = SystemStateQuery['system'];

const COUNTS: readonly { of: keyof State['counts']; label: string }[] = [
  { of: 'films', label: 'Films' },
  { of: 'actors', label: 'Actors' },
  { of: 'categories', label: 'Categories' },
  { of: 'customers', label: 'Customers' },
  { of: 'rentals', label: 'Rentals (pairs)' },
  { of: 'fanOf', label: 'Fan relationships' },
  { of: 'impressions', label: 'Impressions kept' },
  { of: 'trainingRuns', label: 'Training runs' },
  { of: 'policyVersions', label: 'Versions kept' },
];

const Counts = ({ counts }: { counts: State['counts'] }) => (
  <section aria-label="Store">
    <dl className={styles.tiles}>
      {COUNTS.map(({ of, label }) => (
        <div key={of}>
          <dt>{label}</dt>
          <dd>{counts[of]?.toLocaleString('en') ?? 'not stored'}</dd>
        </div>
      ))}
    </dl>
  </section>
);

function Learning({ data: { trainingRuns, promotions } }: { data: SystemStateQuery }) {
  const { summary } = useConnection();
  const [run] = trainingRuns;
  const [promotion] = promotions;
  return (
    <section className="panel" aria-labelledby="learning">
      <h2 id="learning">Learning</h2>
      <dl className={styles.facts}>
        <dt>Server</dt>
        <dd>{summary}</dd>
        <dt>Newest run</dt>
        <dd>
          {run ? (
            <>
              <Link href={`/train?run=${encodeURIComponent(run.id)}`}>{runName(run)}</Link>:{' '}
              {STATUS[run.status]}, step {run.step.toLocaleString('en')}
            </>
          ) : (
            'none'
          )}
        </dd>
        <dt>Last promotion</dt>
        <dd>
          {promotion ? (
            <>
              {POLICIES[promotion.policy].name} {promotion.version && <code>{promotion.version}</code>},{' '}
              {dateTime(promotion.promotedAt)}
            </>
          ) : (
            'none'
          )}
        </dd>
      </dl>
    </section>
  );
}

const DataIssues = ({ issues }: { issues: State['dataIssues'] }) => (
  <section className="panel" aria-labelledby="data">
    <h2 id="data">Data checks</h2>
    {issues.length === 0 ? (
      <p className="muted">All checks passed.</p>
    ) : (
      <ul className={styles.issues}>
        {issues.map(({ description, count, examples, isLeftOut, remedy }) => (
          <li key={description}>
            <details>
              <summary>
                {description}: {count.toLocaleString('en')}
                {isLeftOut && ', left out'}
              </summary>
              <p className="muted small">Such as {examples.join(', ')}</p>
              <p>
                <code>{remedy}</code>
              </p>
            </details>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Versions = ({ versions }: { versions: State['versions'] }) => (
  <section className="panel" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <dl className={styles.facts}>
      <dt>Engine</dt>
      <dd>
        {versions.engine} {versions.engineVersion}
      </dd>
      <dt>Neo4j</dt>
      <dd>
        {versions.neo4j} ({versions.edition})
      </dd>
      <dt>Graph Data Science</dt>
      <dd>{versions.gds ?? 'not installed'}</dd>
      <dt>Node.js</dt>
      <dd>{versions.node}</dd>
    </dl>
  </section>
);

const LEVELS: Readonly<Record<State['events'][number]['level'], string>> = {
  INFO: 'info',
  WARN: 'warning',
  ERROR: 'error',
};

const Events = ({ events }: { events: State['events'] }) => (
  <section aria-labelledby="events">
    <div className="heading">
      <h2 id="events">Latest events</h2>
      <p className="muted small">Warnings, errors and background learning since the server started</p>
    </div>
    {events.length === 0 ? (
      <p className="muted">No warnings or errors since the server started.</p>
    ) : (
      <ol className={styles.events}>
        {groupEvents(events).map(({ at, level, message, cause, count }, i) => (
          <li key={`${at} ${i}`}>
            <time dateTime={at} className="muted small">
              {dateTime(at)}
            </time>
            <span className={styles.level} data-level={level}>
              {LEVELS[level]}
            </span>
            <span>
              {message}
              {cause && <span className="muted"> {cause}</span>}
              {count > 1 && <strong> × {count}</strong>}
            </span>
          </li>
        ))}
      </ol>
    )}
  </section>
);
