import { useTitle } from '../frame/use-title';

/** The state of the system. */
export function System() {
  useTitle('System');
  return <h1>System</h1>;
}
