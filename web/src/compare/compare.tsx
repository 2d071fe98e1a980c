import { useTitle } from '../frame/use-title';
import { RoleNote } from '../session/role-note';
import { useSession } from '../session/use-session';
import { useUrlState } from '../url/use-url-state';
import { ListChanges } from './list-changes';
import { Evaluations } from './evaluations';
import { Trials } from './trials';
import { Versions } from './versions';
import styles from './compare.module.css';

/** Evaluation results, versions and promotions, and a preview of changes. */
export function Compare() {
  useTitle('Compare');
  const url = useUrlState();
  const { can } = useSession();
  return (
    <div className={styles.view}>
      <h1>Compare</h1>
      {!can.train && (
        <RoleNote restriction="You can see evaluations and versions. Evaluating and promoting requires the role trainer or admin." />
      )}
      {can.train && !can.names && (
        <RoleNote restriction="Customer names are hidden, so customers are listed by id." />
      )}
      <Evaluations url={url} />
      <Trials />
      <Versions />
      <ListChanges url={url} />
    </div>
  );
}
