import { useRef } from 'react';
import { Link } from 'wouter';
import { VersionsAndPromotionsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { dateTime } from '../frame/date-time';
import { Loading } from '../frame/loading';
import { Table } from '../frame/table';
import { POLICIES } from '../policies/policies';
import { Term } from '../glossary/term';
import { useSession } from '../session/use-session';
import { StaleNote } from '../status/stale-note';
import { Promote } from './promote';
import styles from './compare.module.css';

/** The published versions and the active policy. */
export function Versions() {
  // Promoting removes the button that had the focus, so the focus moves to the heading.
  const heading = useRef<HTMLHeadingElement>(null);
  const { can } = useSession();
  const query = useApiQuery(VersionsAndPromotionsDocument, {});
  const { data, error, refetch } = query;
  if (!data) {
    return error ? (
      <Problem error={error} retry={() => void refetch()} />
    ) : (
      <Loading label="versions" rows={6} />
    );
  }
  const { policyVersions, promotions } = data;
  const [serving] = promotions;
  return (
    <section className={styles.section} aria-labelledby="versions">
      <div className="heading">
        <h2 id="versions" ref={heading} tabIndex={-1}>
          Versions
        </h2>
        {serving && (
          <p className="muted small">
            {POLICIES[serving.policy].name} {serving.version && <code>{serving.version}</code>} active since{' '}
            {dateTime(serving.promotedAt)}
            {serving.exploration > 0 && `, exploration rate ${Math.round(100 * serving.exploration)} %`}
          </p>
        )}
      </div>
      <StaleNote query={query} />
      {policyVersions.length === 0 ? (
        <p className="muted">
          No versions yet. <Link href="/train">Start a training run</Link> to publish one.
        </p>
      ) : (
        <Table
          label="Table of versions"
          columns={[
            'Version',
            'Policy',
            'Steps',
            <Term name="ndcgValidation">NDCG@10 (validation)</Term>,
            'Published',
            'Run',
            <span className="visually-hidden">Promote</span>,
          ]}
        >
          {policyVersions.map(({ policy, version, step, validation, publishedAt, run }) => (
            <tr key={`${policy} ${version}`}>
              <td>
                <code>{version}</code>
              </td>
              <td>{POLICIES[policy].name}</td>
              <td>{step.toLocaleString('en')}</td>
              <td>{validation?.toFixed(4) ?? '–'}</td>
              <td>{dateTime(publishedAt)}</td>
              <td>
                <Link
                  href={`/train?run=${encodeURIComponent(run)}`}
                  aria-label={`View run of version ${version}`}
                >
                  View run
                </Link>
              </td>
              <td className={styles.act}>
                {serving?.version === version && serving.policy === policy ? (
                  <span className={styles.serving}>Active</span>
                ) : (
                  can.train && (
                    <Promote policy={policy} version={version} onPromoted={() => heading.current?.focus()} />
                  )
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
