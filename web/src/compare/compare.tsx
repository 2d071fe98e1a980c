import { useTitle } from '../frame/use-title';
import { useUrlState } from '../url/use-url-state';
import { Changes } from './changes';
import { Evaluations } from './evaluations';
import { Versions } from './versions';
import styles from './compare.module.css';

/** How good the policies are, which one answers, and what would change with another. */
export function Compare() {
  useTitle('Compare');
  const url = useUrlState();
  return (
    <div className={styles.view}>
      <h1>Compare</h1>
      <Evaluations url={url} />
      <Versions />
      <Changes url={url} />
    </div>
  );
}
