import { useDeferredValue, useState } from 'react';
import { type ActorWhere, FindActorsDocument } from '../api/operations.generated';
import { useAsk } from '../api/use-ask';
import { personName } from '../customers/person-name';
import { spellings } from '../films/spellings';
import { Picker } from '../picker/picker';

/** Finds an actor by name. */
export function ActorPicker({
  value,
  onPick,
}: {
  value?: string;
  onPick: (actor: { id: string; name: string }) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const text = useDeferredValue(typed?.trim());
  const where: ActorWhere = text ? { AND: text.split(/\s+/).map(partOfName) } : {};
  const { data, isFetching } = useAsk(
    FindActorsDocument,
    { where },
    { enabled: text !== undefined, keep: true },
  );
  return (
    <Picker
      label="Actor"
      placeholder="Anybody"
      value={value}
      items={data?.actors ?? []}
      keyOf={(actor) => actor.actorId}
      textOf={(actor) => personName(actor)}
      empty={isFetching ? 'Looking…' : 'No actor has this name.'}
      onType={setTyped}
      onPick={(actor) => onPick({ id: actor.actorId, name: personName(actor) })}
    />
  );
}

const partOfName = (word: string): ActorWhere => ({
  OR: spellings(word).flatMap((startsWith) => [{ firstName: { startsWith } }, { lastName: { startsWith } }]),
});
