import { type FormEvent, useState } from 'react';
import { RecommendedFilms } from './recommended-films';

/** A form for the id of a customer, and the recommendations for this customer. */
export function CustomerPage() {
  const [customer, setCustomer] = useState('1');
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setCustomer(String(new FormData(event.currentTarget).get('customer')));
  };
  return (
    <main>
      <h1>Recommendations</h1>
      <form onSubmit={show}>
        <label>
          Customer <input name="customer" defaultValue={customer} required />
        </label>{' '}
        <button>Show</button>
      </form>
      <RecommendedFilms key={customer} customer={customer} />
    </main>
  );
}
