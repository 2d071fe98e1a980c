import { ServingPolicyDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { POLICIES } from '../policies/policies';
import { useSession } from '../session/use-session';
import { useConnection } from './use-connection';
import styles from './status.module.css';

const POLL_MS = 15_000;

/** The state of the connection and the active policy, in a few words. */
export function StatusLamp() {
  const { level, summary, duration } = useConnection();
  const { can } = useSession();
  const { data } = useApiQuery(ServingPolicyDocument, {}, { enabled: can.runs, pollMs: POLL_MS });
  const agent = level === 'ok' ? data?.agent : undefined;
  return (
    <span className={styles.status} title={agent && `Version ${agent.version}`}>
      <span className={styles.lamp} data-level={level} aria-hidden="true" />
      <span>
        {summary}
        {duration && <span aria-hidden="true"> for {duration}</span>}
      </span>
      {agent && (
        <span className={styles.serving}>
          Serving {POLICIES[agent.policy].name} · {agent.engine}
        </span>
      )}
    </span>
  );
}
