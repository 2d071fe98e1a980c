import { useId } from 'react';
import { ActorPicker } from '../actors/actor-picker';
import { CategoriesDocument, ServingPolicyDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { POLICIES, POLICY_NAMES } from '../policies/policies';
import { useSession } from '../session/use-session';
import type { UrlState } from '../url/use-url-state';
import type { Filters } from './filters';
import styles from './recommend.module.css';

/** The form for the policy, the film filters and the diversity. */
export function FiltersForm({ filters, url, side }: { filters: Filters; url: UrlState; side: boolean }) {
  const id = useId();
  const categories = useApiQuery(CategoriesDocument, {});
  const { can } = useSession();
  const serving = useApiQuery(ServingPolicyDocument, {}, { enabled: can.runs }).data?.agent.policy;
  const isFiltered = Boolean(filters.category ?? filters.from ?? filters.to ?? filters.actor);
  return (
    <>
      {!side && (
        <div className={styles.control}>
          <label htmlFor={`${id}policy`}>Policy</label>
          <select
            id={`${id}policy`}
            value={filters.policy ?? ''}
            onChange={(event) => url.set({ policy: event.target.value })}
          >
            <option value="">
              {serving ? `Active policy (${POLICIES[serving].name})` : 'Active policy'}
            </option>
            {POLICY_NAMES.map((policy) => (
              <option key={policy} value={policy}>
                {POLICIES[policy].name}: {POLICIES[policy].description}
              </option>
            ))}
          </select>
        </div>
      )}
      <section className={styles.filters} aria-label="Filters">
        <div className={styles.control}>
          <label htmlFor={`${id}category`}>Category</label>
          <select
            id={`${id}category`}
            value={filters.category ?? ''}
            onChange={(event) => url.set({ category: event.target.value })}
          >
            <option value="">Any</option>
            {categories.data?.categories.map(({ categoryId, name }) => (
              <option key={categoryId}>{name}</option>
            ))}
          </select>
        </div>
        <div className={styles.years}>
          <YearField label="From year" value={url.get('from')} onChange={(from) => url.replace({ from })} />
          <YearField label="To year" value={url.get('to')} onChange={(to) => url.replace({ to })} />
        </div>
        <ActorPicker
          value={filters.actor ? (url.get('actorName') ?? `Actor ${filters.actor}`) : ''}
          onPick={(actor) => url.set({ actor: actor.id, actorName: actor.name })}
        />
        {isFiltered && (
          <button
            type="button"
            className="secondary"
            onClick={() =>
              url.set({
                category: undefined,
                from: undefined,
                to: undefined,
                actor: undefined,
                actorName: undefined,
              })
            }
          >
            Clear filters
          </button>
        )}
      </section>
      {!side && (
        <div className={styles.control}>
          <label htmlFor={`${id}diversity`}>
            Diversity <output>{filters.diversity.toFixed(1)}</output>
          </label>
          <input
            id={`${id}diversity`}
            type="range"
            min="0"
            max="1"
            step="0.1"
            value={filters.diversity}
            onChange={({ target }) =>
              url.replace({ diversity: target.value === '0' ? undefined : target.value })
            }
          />
        </div>
      )}
    </>
  );
}

function YearField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (year: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.control}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        maxLength={4}
        placeholder="Any"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
      />
    </div>
  );
}
