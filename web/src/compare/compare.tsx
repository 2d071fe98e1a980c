import { useTitle } from '../frame/use-title';
import { useUrlState } from '../url/use-url-state';
import { ListChanges } from './list-changes';
import { Evaluations } from './evaluations';
import { Versions } from './versions';
import styles from './compare.module.css';

/** Evaluation results, versions and promotions, and a preview of changes. */
export function Compare() {
  useTitle('Compare');
  const url = useUrlState();
  return (
    <div className={styles.view}>
      <h1>Compare</h1>
      <Evaluations url={url} />
      <Versions />
      <ListChanges url={url} />
    </div>
  );
}
