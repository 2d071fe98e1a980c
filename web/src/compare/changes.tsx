import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { ListsOfTwoDocument, type Policy, ServingPolicyDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useAsk } from '../api/use-ask';
import { CustomerPicker } from '../customers/customer-picker';
import { personName } from '../customers/person-name';
import { useCustomers } from '../customers/use-customers';
import { Loading } from '../frame/loading';
import { POLICIES, POLICY_NAMES, toPolicy } from '../policies/policies';
import type { UrlState } from '../url/use-url-state';
import { type ListedFilm, whatChanges } from './what-changes';
import styles from './compare.module.css';

const FIRST = 10;
const USUAL_CUSTOMERS = 5;

/** What changes for a few customers where one policy answers in place of another. */
export function Changes({ url }: { url: UrlState }) {
  const listed = useCustomers();
  const serving = useAsk(ServingPolicyDocument, {}).data?.agent.policy;
  const before = toPolicy(url.get('before')) ?? serving ?? 'POPULARITY';
  const after = toPolicy(url.get('after')) ?? (before === 'EASE' ? 'POPULARITY' : 'EASE');
  const usual = listed.data?.slice(0, USUAL_CUSTOMERS).map(({ customerId }) => customerId) ?? [];
  const named = url.list('customers');
  const customers = named.length > 0 ? named : usual;
  const { data, error, refetch, isPlaceholderData } = useAsk(
    ListsOfTwoDocument,
    { customers, first: FIRST, before, after },
    { enabled: customers.length > 0, keep: true },
  );
  return (
    <section className={styles.section} aria-labelledby="changes">
      <h2 id="changes">What would change</h2>
      <div className={styles.pair}>
        <PolicySelect label="From" value={before} onChange={(policy) => url.set({ before: policy })} />
        <PolicySelect label="To" value={after} onChange={(policy) => url.set({ after: policy })} />
        <CustomerPicker
          value=""
          label="Add a customer"
          onPick={(customer) => url.set({ customers: [...new Set([...customers, customer])].slice(-8) })}
        />
        {named.length > 0 && (
          <button type="button" className="quiet" onClick={() => url.set({ customers: undefined })}>
            The first {USUAL_CUSTOMERS} customers
          </button>
        )}
      </div>
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Loading what="what both recommend" />
      ) : (
        <ul className={styles.changes} data-stale={isPlaceholderData || undefined}>
          {data.customers.map((customer) => {
            const films = (list: typeof customer.before) => list?.items.map(({ film }) => film) ?? [];
            const change = whatChanges(films(customer.before), films(customer.after));
            const name = personName(customer, `Customer ${customer.customerId}`);
            return (
              <li key={customer.customerId}>
                <div>
                  <h3>
                    <Link href={`/?customer=${encodeURIComponent(customer.customerId)}&show=policies`}>
                      {name}
                    </Link>
                  </h3>
                  <p className="muted small">
                    {change.kept.length} of {FIRST} stay
                  </p>
                </div>
                <Films title="In" sign="+" films={change.in} />
                <Films title="Out" sign="−" films={change.out} />
                <Films title="Stay" films={change.kept} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function PolicySelect({
  label,
  value,
  onChange,
}: {
  label: ReactNode;
  value: Policy;
  onChange: (policy: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {POLICY_NAMES.map((policy) => (
          <option key={policy} value={policy}>
            {POLICIES[policy].name}
          </option>
        ))}
      </select>
    </div>
  );
}

const Films = ({ title, sign, films }: { title: string; sign?: string; films: readonly ListedFilm[] }) => (
  <div className={styles.films} data-change={title}>
    <h4>{title}</h4>
    {films.length === 0 ? (
      <p className="muted small">none</p>
    ) : (
      <ul>
        {films.map(({ filmId, title: name }) => (
          <li key={filmId}>
            {sign && <span aria-hidden="true">{sign}</span>} {name}
          </li>
        ))}
      </ul>
    )}
  </div>
);
