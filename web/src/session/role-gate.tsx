import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { Opening } from '../frame/opening';
import { type Permissions, ROLE_NAMES, rolesWith } from './permissions';
import { SignInForm } from './sign-in-form';
import { useSession } from './use-session';

/** Shows a view if the role has a permission. Otherwise it says which roles do, and asks to sign in. */
export function RoleGate({
  title,
  needs,
  children,
}: {
  title: string;
  needs: keyof Permissions;
  children: ReactNode;
}) {
  const { role, can, hasToken, rejection, error, refetch } = useSession();
  if (!role) {
    // The banner above asks for a new token.
    if (rejection !== undefined) return <h1>{title}</h1>;
    return error ? <Problem error={error} retry={refetch} /> : <Opening title={title} />;
  }
  if (can[needs]) return children;
  return (
    <div className="empty-state">
      <h1>{title}</h1>
      {role === 'ANONYMOUS' && !hasToken ? (
        <>
          <p>This view requires a token with the role {rolesWith(needs)}.</p>
          <SignInForm />
        </>
      ) : (
        <p>
          You are signed in as {ROLE_NAMES[role]}. This view requires the role {rolesWith(needs)}.
        </p>
      )}
    </div>
  );
}
