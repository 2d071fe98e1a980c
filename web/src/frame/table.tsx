import type { ReactNode } from 'react';
import { ScrollArea } from './scroll-area';

/**
 * A table in a region that scrolls horizontally.
 * @param columns the headings of the columns
 * @param children the rows
 */
export function Table({
  label,
  columns,
  className,
  children,
}: {
  label: string;
  columns: readonly ReactNode[];
  className?: string;
  children: ReactNode;
}) {
  return (
    <ScrollArea label={label}>
      <table className={className}>
        <thead>
          <tr>
            {columns.map((heading, column) => (
              <th key={column} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollArea>
  );
}
