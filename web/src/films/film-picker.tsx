import { useDeferredValue, useState } from 'react';
import { FindFilmsDocument } from '../api/operations.generated';
import { useAsk } from '../api/use-ask';
import { Picker } from '../picker/picker';
import { spellings } from './spellings';

/** Finds a film by a part of its title. */
export function FilmPicker({
  label,
  placeholder = 'A part of its title',
  onPick,
}: {
  label: string;
  placeholder?: string;
  onPick: (film: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const text = useDeferredValue(typed?.trim());
  const where = text ? { OR: spellings(text).map((contains) => ({ title: { contains } })) } : {};
  const { data, isFetching } = useAsk(
    FindFilmsDocument,
    { where },
    { enabled: text !== undefined, keep: true },
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
          {film.title} {film.releaseYear && <span className="muted small">{film.releaseYear}</span>}
        </>
      )}
      empty={isFetching ? 'Looking…' : 'No film has this in its title.'}
      onType={setTyped}
      onPick={(film) => onPick(film.filmId)}
    />
  );
}
