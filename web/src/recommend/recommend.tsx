import { useState } from 'react';
import { RentedFilmsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useAsk } from '../api/use-ask';
import { CustomerPicker } from '../customers/customer-picker';
import { personName } from '../customers/person-name';
import { useCustomers } from '../customers/use-customers';
import { Loading } from '../frame/loading';
import { useTitle } from '../frame/use-title';
import { useUrlState } from '../url/use-url-state';
import { OnePolicy } from './one-policy';
import { RentedList } from './rented-list';
import { SideBySide } from './side-by-side';
import { WhatIf } from './what-if';
import { readWishes } from './wishes';
import { WishesForm } from './wishes-form';
import styles from './recommend.module.css';

const RENTALS_SHOWN = 100;

/** Whom to recommend to, what they rented, what is recommended, and why. */
export function Recommend() {
  const url = useUrlState();
  const [unfolded, setUnfolded] = useState(false);
  const customers = useCustomers();
  const customer = url.get('customer') ?? customers.data?.[0]?.customerId;
  const rented = useAsk(
    RentedFilmsDocument,
    { customer: customer ?? '', first: RENTALS_SHOWN },
    { enabled: customer !== undefined, keep: true },
  );
  const who = rented.data?.customers[0];
  const name = who ? personName(who, `Customer ${who.customerId}`) : '';
  useTitle(name ? `Recommended to ${name}` : 'Recommend');

  if (!customer) {
    if (customers.error) return <Problem error={customers.error} retry={() => void customers.refetch()} />;
    return customers.isPending ? <Loading what="the customers" /> : <NoCustomers />;
  }
  const side = url.get('show') === 'policies';
  const wishes = readWishes(url);
  return (
    <div className={styles.view}>
      <aside className={styles.controls} aria-label="Whom to recommend to, and what">
        <CustomerPicker
          size="large"
          value={name}
          onPick={(id) => url.set({ customer: id, imagine: undefined, film: undefined })}
        />
        <WhatIf imagine={wishes.imagine} onChange={(imagine) => url.set({ imagine })} />
        <button
          type="button"
          className={`quiet ${styles.unfold}`}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          Policy and filters
        </button>
        <div className={styles.wishes} data-unfolded={unfolded || undefined}>
          <WishesForm wishes={wishes} url={url} side={side} />
        </div>
      </aside>
      <div className={styles.answer}>
        <div className={styles.title}>
          <h1>{name ? `For ${name}` : 'Recommendations'}</h1>
          <div className="choices" role="group" aria-label="What to show">
            <button type="button" aria-pressed={!side} onClick={() => url.set({ show: undefined })}>
              One policy, with reasons
            </button>
            <button type="button" aria-pressed={side} onClick={() => url.set({ show: 'policies' })}>
              All policies
            </button>
          </div>
        </div>
        {rented.data && !who ? (
          <p className="blank">No customer has the id {customer}. Find one by name on the left.</p>
        ) : side ? (
          <SideBySide customer={customer} wishes={wishes} />
        ) : (
          <OnePolicy customer={customer} wishes={wishes} url={url} />
        )}
        {rented.error ? (
          <Problem error={rented.error} retry={() => void rented.refetch()} />
        ) : (
          who && <RentedList customer={who} />
        )}
      </div>
    </div>
  );
}

const NoCustomers = () => (
  <div className="blank">
    <h1>The store has no customers</h1>
    <p>
      Import a store, then load this page again: <code>npm run import -- sample</code>
    </p>
  </div>
);
