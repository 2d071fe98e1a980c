import { useDeferredValue, useState } from 'react';
import { type ActorWhere, FindActorsDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { personName } from '../customers/person-name';
import { caseVariants } from '../films/case-variants';
import { Picker } from '../picker/picker';

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
  const where: ActorWhere = text ? { AND: text.split(/\s+/).map(nameStartsWith) } : {};
  const { data, isFetching } = useApiQuery(
    FindActorsDocument,
    { where },
    { enabled: text !== undefined, keepPrevious: true },
  );
  return (
    <Picker
      label="Actor"
      placeholder="Any actor"
      value={value}
      items={data?.actors ?? []}
      keyOf={(actor) => actor.actorId}
      textOf={(actor) => personName(actor)}
      empty={isFetching ? 'Searching…' : 'No actors found.'}
      onType={setTyped}
      onPick={(actor) => onPick({ id: actor.actorId, name: personName(actor) })}
    />
  );
}

const nameStartsWith = (word: string): ActorWhere => ({
  OR: caseVariants(word).flatMap((startsWith) => [
    { firstName: { startsWith } },
    { lastName: { startsWith } },
  ]),
});
