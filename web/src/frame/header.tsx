import { Link, useLocation } from 'wouter';
import { serverUrl } from '../api/base-url';
import { Account } from '../session/account';
import { StatusLamp } from '../status/status-lamp';
import mark from './reelgraph.svg';
import { ThemeSwitch } from './theme-switch';
import styles from './header.module.css';

const VIEWS = [
  { path: '/', name: 'Recommend' },
  { path: '/train', name: 'Train' },
  { path: '/compare', name: 'Compare' },
  { path: '/explore', name: 'Explore' },
  { path: '/system', name: 'System' },
];

/** The header: navigation, the state of the server, the account and the theme switch. */
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
        <StatusLamp />
        <Account />
        <a href={serverUrl('graphql')} className={styles.api}>
          GraphQL
        </a>
        <ThemeSwitch />
      </div>
    </header>
  );
}
