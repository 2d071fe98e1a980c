import { useId } from 'react';
import type { RentedFilmsQuery } from '../api/operations.generated';
import { personName } from '../customers/person-name';
import styles from './rented-list.module.css';

type Customer = RentedFilmsQuery['customers'][number];

const DATE = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The rentals of a customer, newest first, and the actors they are a fan of. */
export function RentedList({ customer }: { customer: Customer }) {
  const id = useId();
  const { edges, totalCount } = customer.rentedConnection;
  return (
    <section className={styles.rented} aria-labelledby={id}>
      <div className="heading">
        <h2 id={id}>Rentals</h2>
        <p className="muted small">
          {totalCount} {totalCount === 1 ? 'film' : 'films'}
          {edges.length < totalCount && `, latest ${edges.length} shown`}
        </p>
      </div>
      {customer.fanOf.length > 0 && (
        <p className={styles.fan}>Fan of {customer.fanOf.map((actor) => personName(actor)).join(', ')}.</p>
      )}
      {edges.length === 0 ? (
        <p className="muted">
          No rentals yet. Recommendations do not depend on the customer until the first rental.
        </p>
      ) : (
        <ul className={styles.films}>
          {edges.map(({ node, properties }) => (
            <li key={node.filmId}>
              <bdi className={styles.title} title={node.title}>
                {node.title}
              </bdi>
              <span className="muted small">
                {[
                  node.categories.map(({ name }) => name).join(', '),
                  properties.lastAt && DATE.format(new Date(properties.lastAt)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {properties.times > 1 && ` · ${properties.times} times`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
