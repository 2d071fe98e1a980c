import { useDeferredValue, useState } from 'react';
import type { CustomerWhere } from '../api/operations.generated';
import { emptyText } from '../picker/empty-text';
import { Picker } from '../picker/picker';
import { useSession } from '../session/use-session';
import { caseVariants } from './case-variants';
import { personName } from './person-name';
import { type ListedCustomer, useFindCustomers } from './use-find-customers';
import styles from './customer-picker.module.css';

const MAX_SHOWN = 30;

const nameOf = (customer: ListedCustomer) => personName(customer, `Customer ${customer.customerId}`);

/** A picker that finds a customer by id, or by name if the role may read names. */
export function CustomerPicker({
  label = 'Customer',
  value,
  size,
  onPick,
}: {
  label?: string;
  value: string;
  size?: 'large';
  onPick: (customer: string) => void;
}) {
  const { can } = useSession();
  const [typed, setTyped] = useState<string>();
  const text = useDeferredValue(typed?.trim());
  const where = toWhere(text ?? '', can.names);
  const found = useFindCustomers(where, MAX_SHOWN, text !== undefined);
  return (
    <Picker
      label={label}
      placeholder={can.names ? 'Name or id' : 'Id'}
      size={size}
      value={value}
      items={found.customers ?? []}
      keyOf={(customer) => customer.customerId}
      textOf={nameOf}
      render={(customer) => (
        <span className={styles.item}>
          <span dir="auto">{nameOf(customer)}</span> <span className={styles.id}>{customer.customerId}</span>
        </span>
      )}
      empty={emptyText(found, 'customers')}
      onType={setTyped}
      onPick={(customer) => onPick(customer.customerId)}
    />
  );
}

/** A filter for customers whose id starts with the text, or whose name has a part that starts with each of its words. */
function toWhere(text: string, hasNames: boolean): CustomerWhere {
  if (!text) return {};
  const byId: CustomerWhere = { customerId: { startsWith: text } };
  if (!hasNames) return byId;
  const words = text.split(/\s+/).map((word) => ({
    OR: caseVariants(word).flatMap((startsWith) => [
      { firstName: { startsWith } },
      { lastName: { startsWith } },
    ]),
  }));
  return { OR: [byId, { AND: words }] };
}
