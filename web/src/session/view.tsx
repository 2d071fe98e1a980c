import { type ReactNode, Suspense } from 'react';
import { Opening } from '../frame/opening';
import type { Permissions } from './permissions';
import { RoleGate } from './role-gate';

/** A view of the dashboard, whose script may still be loading. @param needs the permission to see it; default: none */
export function View({
  title,
  needs,
  children,
}: {
  title: string;
  needs?: keyof Permissions;
  children: ReactNode;
}) {
  const view = <Suspense fallback={<Opening title={title} />}>{children}</Suspense>;
  if (!needs) return view;
  return (
    <RoleGate title={title} needs={needs}>
      {view}
    </RoleGate>
  );
}
