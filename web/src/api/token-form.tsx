import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { keepToken } from './token';

/** A place to paste a bearer token; everything is asked again with it. */
export function TokenForm() {
  const queries = useQueryClient();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    keepToken(String(new FormData(event.currentTarget).get('token')).trim());
    void queries.invalidateQueries();
  };
  return (
    <form className="row" onSubmit={submit}>
      <label htmlFor={id}>Bearer token</label>
      <input id={id} name="token" type="password" autoComplete="off" required />
      <button type="submit">Use it</button>
    </form>
  );
}
