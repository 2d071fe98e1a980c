import { useDeferredValue, useState } from 'react';
import { FirstActorsDocument, SearchActorsDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { personName } from '../customers/person-name';
import { emptyText } from '../picker/empty-text';
import { Picker } from '../picker/picker';

interface ListedActor {
  actorId: string;
  firstName: string;
  lastName: string;
}

/** A picker that finds an actor by name. */
export function ActorPicker({
  value,
  onPick,
}: {
  value?: string;
  onPick: (actor: { id: string; name: string }) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const text = useDeferredValue(typed?.trim());
  const options = (enabled: boolean) => ({ enabled, keepPrevious: true });
  const first = useApiQuery(FirstActorsDocument, {}, options(text === ''));
  const found = useApiQuery(SearchActorsDocument, { text: text ?? '' }, options(Boolean(text)));
  const actors = text ? found.data?.search : first.data?.actors;
  return (
    <Picker
      label="Actor"
      placeholder="Any actor"
      value={value}
      items={(actors ?? []) as readonly ListedActor[]}
      keyOf={(actor) => actor.actorId}
      textOf={(actor) => personName(actor)}
      empty={emptyText(text ? found : first, 'actors')}
      onType={setTyped}
      onPick={(actor) => onPick({ id: actor.actorId, name: personName(actor) })}
    />
  );
}
