import { ROLE_NAMES } from './permissions';
import { useSession } from './use-session';
import styles from './session.module.css';

/** Says what the role may not see or do in a view. Renders null if `restriction` is undefined. */
export function RoleNote({ restriction }: { restriction: string | undefined }) {
  const { role } = useSession();
  if (!role || restriction === undefined) return null;
  return (
    <p className={styles.note} role="note">
      Signed in as {ROLE_NAMES[role]}. {restriction}
    </p>
  );
}
