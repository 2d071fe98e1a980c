import { useState } from 'react';
import { CustomerByIdDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { Picker } from '../picker/picker';
import { personName } from './person-name';
import { type ListedCustomer, useCustomers } from './use-customers';
import styles from './customer-picker.module.css';

const MAX_SHOWN = 30;

const nameOf = (customer: ListedCustomer) => personName(customer, `Customer ${customer.customerId}`);

/** A picker that finds a customer by name or id. */
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
  const [text, setText] = useState('');
  const customers = useCustomers();
  const listed = customers.data?.filter((customer) => matches(customer, text.trim())) ?? [];
  const isId = /^\S+$/.test(text.trim()) && customers.isSuccess && listed.length === 0;
  const byId = useApiQuery(CustomerByIdDocument, { customer: text.trim() }, { enabled: isId });
  const found = isId ? (byId.data?.customers ?? []) : listed.slice(0, MAX_SHOWN);
  return (
    <Picker
      label={label}
      placeholder="Name or id"
      size={size}
      value={value}
      items={found}
      keyOf={(customer) => customer.customerId}
      textOf={nameOf}
      render={(customer) => (
        <span className={styles.item}>
          {nameOf(customer)} <span className={styles.id}>{customer.customerId}</span>
        </span>
      )}
      empty={customers.isPending || byId.isFetching ? 'Searching…' : 'No customers found.'}
      onType={setText}
      onPick={(customer) => onPick(customer.customerId)}
    />
  );
}

/** Whether the text is the id, or each of its words starts a part of the name. */
function matches(customer: ListedCustomer, text: string): boolean {
  if (text === customer.customerId) return true;
  const parts = personName(customer).toLowerCase().split(' ');
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}
