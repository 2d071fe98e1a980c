import { useRef } from 'react';
import { Link } from 'wouter';
import { VersionsAndPromotionsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useAsk } from '../api/use-ask';
import { dateTime } from '../frame/date-time';
import { Loading } from '../frame/loading';
import { POLICIES } from '../policies/policies';
import { Promote } from './promote';
import styles from './compare.module.css';

/** What training published, what answers now, and what did before. */
export function Versions() {
  // The button that was pressed is gone then, so the focus needs a place.
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch } = useAsk(VersionsAndPromotionsDocument, {});
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="the versions" />;
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
            {POLICIES[serving.policy].name} {serving.version && <code>{serving.version}</code>} answers since{' '}
            {dateTime(serving.promotedAt)}
            {serving.exploration > 0 &&
              `, with ${Math.round(100 * serving.exploration)} % of places by chance`}
          </p>
        )}
      </div>
      {policyVersions.length === 0 ? (
        <p className="muted">
          Nothing was trained yet. <Link href="/train">Start a run</Link>: what it learns is published here.
        </p>
      ) : (
        <div className={styles.scroll} role="region" aria-label="Table of versions" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Version</th>
                <th scope="col">Policy</th>
                <th scope="col">Steps</th>
                <th scope="col">NDCG@10, held out</th>
                <th scope="col">Published</th>
                <th scope="col">Run</th>
                <th scope="col">
                  <span className="unseen">Promote</span>
                </th>
              </tr>
            </thead>
            <tbody>
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
                      aria-label={`Curves of version ${version}`}
                    >
                      curves
                    </Link>
                  </td>
                  <td className={styles.act}>
                    {serving?.version === version && serving.policy === policy ? (
                      <span className={styles.serving}>answers now</span>
                    ) : (
                      <Promote
                        policy={policy}
                        version={version}
                        onPromoted={() => heading.current?.focus()}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
