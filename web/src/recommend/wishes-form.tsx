import { useId } from 'react';
import { ActorPicker } from '../actors/actor-picker';
import { CategoriesDocument, ServingPolicyDocument } from '../api/operations.generated';
import { useAsk } from '../api/use-ask';
import { POLICIES, POLICY_NAMES } from '../policies/policies';
import type { UrlState } from '../url/use-url-state';
import type { Wishes } from './wishes';
import styles from './recommend.module.css';

/** Which policy to ask, and which films qualify. */
export function WishesForm({ wishes, url, side }: { wishes: Wishes; url: UrlState; side: boolean }) {
  const id = useId();
  const categories = useAsk(CategoriesDocument, {});
  const serving = useAsk(ServingPolicyDocument, {}).data?.agent.policy;
  const isFiltered = Boolean(wishes.category ?? wishes.from ?? wishes.to ?? wishes.actor);
  return (
    <>
      {!side && (
        <div className={styles.control}>
          <label htmlFor={`${id}policy`}>Policy</label>
          <select
            id={`${id}policy`}
            value={wishes.policy ?? ''}
            onChange={(event) => url.set({ policy: event.target.value })}
          >
            <option value="">
              {serving ? `${POLICIES[serving].name}, which serves now` : 'The one that serves'}
            </option>
            {POLICY_NAMES.map((policy) => (
              <option key={policy} value={policy}>
                {POLICIES[policy].name}: {POLICIES[policy].what}
              </option>
            ))}
          </select>
        </div>
      )}
      <section className={styles.filters} aria-label="Which films qualify">
        <div className={styles.control}>
          <label htmlFor={`${id}category`}>Category</label>
          <select
            id={`${id}category`}
            value={wishes.category ?? ''}
            onChange={(event) => url.set({ category: event.target.value })}
          >
            <option value="">Any</option>
            {categories.data?.categories.map(({ categoryId, name }) => (
              <option key={categoryId}>{name}</option>
            ))}
          </select>
        </div>
        <div className={styles.years}>
          <YearField label="From year" value={url.get('from')} onChange={(from) => url.set({ from })} />
          <YearField label="To year" value={url.get('to')} onChange={(to) => url.set({ to })} />
        </div>
        <ActorPicker
          value={wishes.actor ? (url.get('actorName') ?? `Actor ${wishes.actor}`) : ''}
          onPick={(actor) => url.set({ actor: actor.id, actorName: actor.name })}
        />
        {isFiltered && (
          <button
            type="button"
            className="quiet"
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
            Let every film qualify
          </button>
        )}
      </section>
      {!side && (
        <div className={styles.control}>
          <label htmlFor={`${id}diversity`}>
            Diversity <output>{wishes.diversity.toFixed(1)}</output>
          </label>
          <input
            id={`${id}diversity`}
            type="range"
            min="0"
            max="1"
            step="0.1"
            value={wishes.diversity}
            onChange={({ target }) => url.set({ diversity: target.value === '0' ? undefined : target.value })}
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
