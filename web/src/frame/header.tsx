import { Link, useLocation } from 'wouter';
import { ServingPolicyDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { POLICIES } from '../policies/policies';
import mark from './reelgraph.svg';
import { ThemeSwitch } from './theme-switch';
import styles from './header.module.css';

const VIEWS = [
  { path: '/', name: 'Recommend' },
  { path: '/train', name: 'Train' },
  { path: '/compare', name: 'Compare' },
  { path: '/explore', name: 'Explore' },
];

/** The header: navigation, the active policy and the theme switch. */
export function Header() {
  const [path] = useLocation();
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.mark} aria-label="reelgraph home">
        <img src={mark} alt="" width="26" height="26" />
        <span>reelgraph</span>
      </Link>
      <nav aria-label="Views" className={styles.views}>
        {VIEWS.map((view) => (
          <Link key={view.path} href={view.path} aria-current={path === view.path ? 'page' : undefined}>
            {view.name}
          </Link>
        ))}
      </nav>
      <div className={styles.side}>
        <Serving />
        <a href="/graphql" className={styles.api}>
          GraphQL
        </a>
        <ThemeSwitch />
      </div>
    </header>
  );
}

function Serving() {
  const { data } = useApiQuery(ServingPolicyDocument, {}, { pollMs: 15_000 });
  if (!data) return null;
  const { policy, engine } = data.agent;
  return (
    <span className={styles.serving} title={`Version ${data.agent.version}`}>
      <span className={styles.lamp} aria-hidden="true" />
      Serving {POLICIES[policy].name} · {engine}
    </span>
  );
}
