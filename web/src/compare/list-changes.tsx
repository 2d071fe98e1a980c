import { useId } from 'react';
import { Link } from 'wouter';
import {
  ListsOfTwoDocument,
  ServingPolicyDocument,
  VersionsAndPromotionsDocument,
} from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { CustomerPicker } from '../customers/customer-picker';
import { useCustomerNames } from '../customers/use-customer-names';
import { useFindCustomers } from '../customers/use-find-customers';
import { Loading } from '../frame/loading';
import { POLICY_NAMES } from '../policies/policies';
import { StaleNote } from '../status/stale-note';
import type { UrlState } from '../url/use-url-state';
import { type Variant, variantLabel, parseVariant, formatVariant } from './variant';
import { type ListedFilm, diffLists } from './diff-lists';
import styles from './compare.module.css';

const LIST_LENGTH = 10;
const DEFAULT_CUSTOMERS = 5;

/** The differences between the recommendations of two policies or versions, for a few customers. */
export function ListChanges({ url }: { url: UrlState }) {
  const listed = useFindCustomers({}, DEFAULT_CUSTOMERS);
  const serving = useApiQuery(ServingPolicyDocument, {}).data?.agent.policy;
  const versions = useApiQuery(VersionsAndPromotionsDocument, {}).data?.policyVersions ?? [];
  const before = parseVariant(url.get('before')) ?? { policy: serving ?? 'POPULARITY' };
  const after = parseVariant(url.get('after')) ?? {
    policy: before.policy === 'EASE' ? 'POPULARITY' : 'EASE',
  };
  const defaults = listed.customers?.map(({ customerId }) => customerId) ?? [];
  const named = url.list('customers');
  const customers = named.length > 0 ? named : defaults;
  const nameOf = useCustomerNames(customers);
  const lists = useApiQuery(
    ListsOfTwoDocument,
    {
      customers,
      first: LIST_LENGTH,
      before: before.policy,
      beforeVersion: before.version,
      after: after.policy,
      afterVersion: after.version,
    },
    { enabled: customers.length > 0, keepPrevious: true },
  );
  const { data, error } = lists;
  return (
    <section className={styles.section} aria-labelledby="changes">
      <h2 id="changes">Preview changes</h2>
      <div className={styles.pair}>
        <VariantSelect
          label="From"
          value={before}
          versions={versions}
          onChange={(variant) => url.set({ before: variant })}
        />
        <VariantSelect
          label="To"
          value={after}
          versions={versions}
          onChange={(variant) => url.set({ after: variant })}
        />
        <CustomerPicker
          value=""
          label="Add a customer"
          onPick={(customer) => url.set({ customers: [...new Set([...customers, customer])].slice(-8) })}
        />
        {named.length > 0 && (
          <button type="button" className="secondary" onClick={() => url.set({ customers: undefined })}>
            Reset to the first {DEFAULT_CUSTOMERS} customers
          </button>
        )}
      </div>
      <StaleNote query={lists} />
      {!data ? (
        error ? (
          <Problem error={error} retry={() => void lists.refetch()} />
        ) : (
          <Loading label="recommendations" rows={6} />
        )
      ) : (
        <ul className={styles.changes} data-stale={lists.isPlaceholderData || undefined}>
          {inOrder(data.customers, customers).map((customer) => {
            const films = (list: typeof customer.before) => list?.items.map(({ film }) => film) ?? [];
            const change = diffLists(films(customer.before), films(customer.after));
            const name = nameOf(customer.customerId);
            return (
              <li key={customer.customerId}>
                <div>
                  <h3>
                    <Link href={`/?customer=${encodeURIComponent(customer.customerId)}&show=policies`}>
                      {name}
                    </Link>
                  </h3>
                  <p className="muted small">
                    {change.kept.length} of {LIST_LENGTH} unchanged
                  </p>
                </div>
                <Films title="Added" sign="+" films={change.added} />
                <Films title="Removed" sign="−" films={change.removed} />
                <Films title="Unchanged" films={change.kept} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** Sorts the customers by their position in `ids`, because the API returns them in any order. */
const inOrder = <Customer extends { customerId: string }>(
  customers: readonly Customer[],
  ids: readonly string[],
): Customer[] => [...customers].sort((a, b) => ids.indexOf(a.customerId) - ids.indexOf(b.customerId));

function VariantSelect({
  label,
  value,
  versions,
  onChange,
}: {
  label: string;
  value: Variant;
  versions: readonly Required<Variant>[];
  onChange: (variant: string) => void;
}) {
  const id = useId();
  const option = (variant: Variant) => (
    <option key={formatVariant(variant)} value={formatVariant(variant)}>
      {variantLabel(variant)}
    </option>
  );
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={formatVariant(value)} onChange={({ target }) => onChange(target.value)}>
        <optgroup label="Policies">{POLICY_NAMES.map((policy) => option({ policy }))}</optgroup>
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
            {sign && <span aria-hidden="true">{sign}</span>} <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    )}
  </div>
);
