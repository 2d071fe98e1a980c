import { useRecommendations } from './use-recommendations';

/** The recommended films of a customer, each with its reasons. */
export function RecommendedFilms({ customer }: { customer: string }) {
  const { list, problem } = useRecommendations(customer);
  if (problem) return <p role="alert">{problem}</p>;
  if (!list) return <p>Loading…</p>;
  return (
    <section>
      <h2>
        For {list.customer?.firstName} {list.customer?.lastName}
      </h2>
      <ol>
        {list.items.map(({ film, reasons }) => (
          <li key={film.filmId}>
            <strong>{film.title}</strong> ({film.categories.map(({ name }) => name).join(', ')})
            <ul>
              {reasons.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p>
        <small>
          Ranked by {list.policy}, {list.version}.
        </small>
      </p>
    </section>
  );
}
