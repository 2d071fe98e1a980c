import { useId } from 'react';
import { Link } from 'wouter';
import {
  ListsOfTwoDocument,
  ServingPolicyDocument,
  VersionsAndPromotionsDocument,
} from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useAsk } from '../api/use-ask';
import { CustomerPicker } from '../customers/customer-picker';
import { personName } from '../customers/person-name';
import { useCustomers } from '../customers/use-customers';
import { Loading } from '../frame/loading';
import { POLICY_NAMES } from '../policies/policies';
import type { UrlState } from '../url/use-url-state';
import { type Answerer, nameAnswerer, readAnswerer, writeAnswerer } from './answerer';
import { type ListedFilm, whatChanges } from './what-changes';
import styles from './compare.module.css';

const FIRST = 10;
const USUAL_CUSTOMERS = 5;

/** What changes for a few customers where one policy or version answers in place of another. */
export function Changes({ url }: { url: UrlState }) {
  const listed = useCustomers();
  const serving = useAsk(ServingPolicyDocument, {}).data?.agent.policy;
  const versions = useAsk(VersionsAndPromotionsDocument, {}).data?.policyVersions ?? [];
  const before = readAnswerer(url.get('before')) ?? { policy: serving ?? 'POPULARITY' };
  const after = readAnswerer(url.get('after')) ?? {
    policy: before.policy === 'EASE' ? 'POPULARITY' : 'EASE',
  };
  const usual = listed.data?.slice(0, USUAL_CUSTOMERS).map(({ customerId }) => customerId) ?? [];
  const named = url.list('customers');
  const customers = named.length > 0 ? named : usual;
  const { data, error, refetch, isPlaceholderData } = useAsk(
    ListsOfTwoDocument,
    {
      customers,
      first: FIRST,
      before: before.policy,
      beforeVersion: before.version,
      after: after.policy,
      afterVersion: after.version,
    },
    { enabled: customers.length > 0, keep: true },
  );
  return (
    <section className={styles.section} aria-labelledby="changes">
      <h2 id="changes">What would change</h2>
      <div className={styles.pair}>
        <AnswererSelect
          label="From"
          value={before}
          versions={versions}
          onChange={(answerer) => url.set({ before: answerer })}
        />
        <AnswererSelect
          label="To"
          value={after}
          versions={versions}
          onChange={(answerer) => url.set({ after: answerer })}
        />
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
          {inOrder(data.customers, customers).map((customer) => {
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

/** The graph answers in an order of its own. */
const inOrder = <Customer extends { customerId: string }>(
  customers: readonly Customer[],
  ids: readonly string[],
): Customer[] => [...customers].sort((a, b) => ids.indexOf(a.customerId) - ids.indexOf(b.customerId));

function AnswererSelect({
  label,
  value,
  versions,
  onChange,
}: {
  label: string;
  value: Answerer;
  versions: readonly Required<Answerer>[];
  onChange: (answerer: string) => void;
}) {
  const id = useId();
  const option = (answerer: Answerer) => (
    <option key={writeAnswerer(answerer)} value={writeAnswerer(answerer)}>
      {nameAnswerer(answerer)}
    </option>
  );
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={writeAnswerer(value)} onChange={({ target }) => onChange(target.value)}>
        <optgroup label="Policies, as they serve">
          {POLICY_NAMES.map((policy) => option({ policy }))}
        </optgroup>
        {versions.length > 0 && <optgroup label="Versions">{versions.map(option)}</optgroup>}
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
