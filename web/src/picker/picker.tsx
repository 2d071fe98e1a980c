import { useCombobox } from 'downshift';
import { type ReactNode, useId } from 'react';
import styles from './picker.module.css';

/** Properties of a picker. */
export interface PickerProps<Item> {
  label: string;
  placeholder: string;
  /** Items that match the typed text. */
  items: readonly Item[];
  keyOf: (item: Item) => string;
  textOf: (item: Item) => string;
  render?: (item: Item) => ReactNode;
  /** Text of the field while the menu is closed. */
  value?: string;
  /** Message if no item matches. */
  empty: string;
  onType: (text: string) => void;
  onPick: (item: Item) => void;
  size?: 'large';
}

/** A combobox: a text field with suggestions. */
export function Picker<Item>(props: PickerProps<Item>) {
  const {
    label,
    placeholder,
    items,
    keyOf,
    textOf,
    render = textOf,
    value = '',
    empty,
    onType,
    onPick,
  } = props;
  const id = useId();
  const combobox = useCombobox<Item>({
    id,
    items: items as Item[],
    itemToString: (item) => (item ? textOf(item) : ''),
    selectedItem: null,
    initialInputValue: value,
    onInputValueChange: ({ inputValue, type }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) onType(inputValue);
    },
    onIsOpenChange: ({ isOpen }) => {
      if (isOpen) onType('');
    },
    stateReducer: (_state, { type, changes }) => {
      const { InputBlur, ItemClick, InputKeyDownEnter, InputKeyDownEscape, InputClick } =
        useCombobox.stateChangeTypes;
      switch (type) {
        case ItemClick:
        case InputKeyDownEnter:
        case InputBlur:
        case InputKeyDownEscape:
          return { ...changes, inputValue: value, isOpen: false };
        case InputClick:
          return { ...changes, inputValue: '', isOpen: true };
        default:
          return changes;
      }
    },
    onSelectedItemChange: ({ selectedItem, type }) => {
      if (selectedItem && type !== useCombobox.stateChangeTypes.InputBlur) onPick(selectedItem);
    },
  });
  const { isOpen, inputValue, highlightedIndex } = combobox;
  const input = combobox.getInputProps({ placeholder, onFocus: (event) => event.currentTarget.select() });
  // While the menu is closed, show the current value, which may have changed elsewhere (for example by Back).
  const shown = isOpen ? inputValue : value;
  return (
    <div className={styles.picker} data-size={props.size}>
      <label {...combobox.getLabelProps()}>{label}</label>
      <input {...input} value={shown} spellCheck={false} />
      <ul {...combobox.getMenuProps()} className={styles.menu} hidden={!isOpen}>
        {isOpen &&
          items.map((item, index) => (
            <li
              key={keyOf(item)}
              {...combobox.getItemProps({ item, index })}
              data-highlighted={index === highlightedIndex || undefined}
            >
              {render(item)}
            </li>
          ))}
        {isOpen && items.length === 0 && (
          <li className={styles.empty} role="option" aria-selected="false" aria-disabled="true">
            {empty}
          </li>
        )}
      </ul>
    </div>
  );
}
