import { Link } from 'wouter';
import { useTitle } from './use-title';

/** The view for unknown addresses. */
export function NotFound() {
  useTitle('Page not found');
  return (
    <div className="empty-state">
      <h1>Page not found</h1>
      <p>
        There is no view at this address. <Link href="/">Go to Recommend.</Link>
      </p>
    </div>
  );
}
