import { SignInForm } from './sign-in-form';
import { useSession } from './use-session';
import styles from './session.module.css';

/** Asks for a new token in place, if the current one has expired or is rejected. The views keep their data. */
export function SignInBanner() {
  const { rejection } = useSession();
  if (rejection === undefined) return null;
  return (
    <section className={styles.banner} role="alert" aria-label="Sign in again">
      <p>
        <strong>{rejection}</strong> Paste a new one to continue. The data on this page may be out of date.
      </p>
      <SignInForm />
    </section>
  );
}
