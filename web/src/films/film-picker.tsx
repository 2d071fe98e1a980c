import { useDeferredValue, useState } from 'react';
import { FirstFilmsDocument, SearchFilmsDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { emptyText } from '../picker/empty-text';
import { Picker } from '../picker/picker';

interface ListedFilm {
  filmId: string;
  title: string;
  releaseYear?: number | null;
}

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
  const options = (enabled: boolean) => ({ enabled, keepPrevious: true });
  const first = useApiQuery(FirstFilmsDocument, {}, options(text === ''));
  const found = useApiQuery(SearchFilmsDocument, { text: text ?? '' }, options(Boolean(text)));
  const films = text ? found.data?.search : first.data?.films;
  return (
    <Picker
      label={label}
      placeholder={placeholder}
      items={(films ?? []) as readonly ListedFilm[]}
      keyOf={(film) => film.filmId}
      textOf={(film) => film.title}
      render={(film) => (
        <>
          <bdi>{film.title}</bdi>{' '}
          {film.releaseYear && <span className="muted small">{film.releaseYear}</span>}
        </>
      )}
      empty={emptyText(text ? found : first, 'films')}
      onType={setTyped}
      onPick={(film) => onPick(film.filmId)}
    />
  );
}
