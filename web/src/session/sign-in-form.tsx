import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { saveToken } from './token';
import styles from './session.module.css';

/** A form for a bearer token. Submitting it refetches all data. */
export function SignInForm() {
  const queries = useQueryClient();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    saveToken(String(form.get('token')).trim(), form.get('remember') === 'on');
    // Another role may see other data, so the cache is cleared.
    void queries.resetQueries();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={id}>Bearer token</label>
      <input id={id} name="token" type="password" autoComplete="off" required />
      <label className="check">
        <input type="checkbox" name="remember" /> Remember on this device
      </label>
      <button type="submit">Sign in</button>
    </form>
  );
}
