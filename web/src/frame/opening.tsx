import { Loading } from './loading';

/** A view that is not shown yet: its title, and a placeholder for the rest. */
export const Opening = ({ title }: { title: string }) => (
  <>
    <h1>{title}</h1>
    <Loading label="view" rows={6} />
  </>
);
