import { useDeferredValue, useState } from 'react';
import { FindFilmsDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { Picker } from '../picker/picker';
import { caseVariants } from './case-variants';

/** A picker that finds a film by its title. */
export function FilmPicker({
  label,
  placeholder = 'Title',
  onPick,
}: {
  label: string;
  placeholder?: string;
  onPick: (film: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const text = useDeferredValue(typed?.trim());
  const where = text ? { OR: caseVariants(text).map((contains) => ({ title: { contains } })) } : {};
  const { data, isFetching } = useApiQuery(
    FindFilmsDocument,
    { where },
    { enabled: text !== undefined, keepPrevious: true },
  );
  return (
    <Picker
      label={label}
      placeholder={placeholder}
      items={data?.films ?? []}
      keyOf={(film) => film.filmId}
      textOf={(film) => film.title}
      render={(film) => (
        <>
          <bdi>{film.title}</bdi>{' '}
          {film.releaseYear && <span className="muted small">{film.releaseYear}</span>}
        </>
      )}
      empty={isFetching ? 'Searching…' : 'No films found.'}
      onType={setTyped}
      onPick={(film) => onPick(film.filmId)}
    />
  );
}
