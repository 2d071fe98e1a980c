import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { saveToken } from './token';

/** A form for a bearer token. Submitting it refetches all data. */
export function TokenForm() {
  const queries = useQueryClient();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saveToken(String(new FormData(event.currentTarget).get('token')).trim());
    void queries.invalidateQueries();
  };
  return (
    <form className="row" onSubmit={submit}>
      <label htmlFor={id}>Bearer token</label>
      <input id={id} name="token" type="password" autoComplete="off" required />
      <button type="submit">Sign in</button>
    </form>
  );
}
