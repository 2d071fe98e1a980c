import { useState } from 'react';
import { CustomerByIdDocument } from '../api/operations.generated';
import { useAsk } from '../api/use-ask';
import { Picker } from '../picker/picker';
import { personName } from './person-name';
import { type ListedCustomer, useCustomers } from './use-customers';
import styles from './customer-picker.module.css';

const SHOWN = 30;

const nameOf = (customer: ListedCustomer) => personName(customer, `Customer ${customer.customerId}`);

/** Finds a customer by name or id. */
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
  const listed = customers.data?.filter((customer) => fits(customer, text.trim())) ?? [];
  const isId = /^\S+$/.test(text.trim()) && customers.isSuccess && listed.length === 0;
  const byId = useAsk(CustomerByIdDocument, { customer: text.trim() }, { enabled: isId });
  const found = isId ? (byId.data?.customers ?? []) : listed.slice(0, SHOWN);
  return (
    <Picker
      label={label}
      placeholder="A name or an id"
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
      empty={customers.isPending || byId.isFetching ? 'Looking…' : 'No customer has this name or id.'}
      onType={setText}
      onPick={(customer) => onPick(customer.customerId)}
    />
  );
}

/** Each word must begin a part of the name, or be the id. */
function fits(customer: ListedCustomer, text: string): boolean {
  if (text === customer.customerId) return true;
  const parts = personName(customer).toLowerCase().split(' ');
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}
