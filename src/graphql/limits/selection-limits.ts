import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isLongMutation } from './field-rules';
import { requireLimit } from './require-limit';

/** The fragments of a document by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The names of the root fields that each operation selects. */
export type RootFields = ReadonlyMap<OperationDefinitionNode, ReadonlySet<string>>;

/**
 * Counts the selections of all operations of a document and of unused fragments, because validation walks those too.
 * @returns the names of each operation's root fields, including those in fragments
 * @throws AppError QUERY_TOO_COMPLEX as soon as a limit is exceeded
 */
export function requireSelectionLimits({ definitions }: DocumentNode, fragments: Fragments): RootFields {
  const counts = { selections: 0, rootFields: 0, aliases: 0, longMutations: 0 };
  const count = (limit: keyof typeof counts) => requireLimit(limit, ++counts[limit]);
  const spread = new Set<string>();
  /** The fragments that enclose the current selection. Validation refuses cycles. */
  const open = new Set<string>();
  let names = new Set<string>();
  let isInUnusedFragment = false;

  const countRootField = (name: string) => {
    names.add(name);
    count('rootFields');
    if (isLongMutation(name)) count('longMutations');
  };
  const walk = ({ selections }: SelectionSetNode, depth: number, isIntrospection: boolean): void => {
    for (const selection of selections) {
      count('selections');
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const isMeta = isIntrospection || name.startsWith('__');
        if (depth === 1 && !isInUnusedFragment) countRootField(name);
        if (selection.alias) count('aliases');
        requireLimit(isMeta ? 'introspectionDepth' : 'depth', depth);
        if (selection.selectionSet) walk(selection.selectionSet, depth + 1, isMeta);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, depth, isIntrospection);
      } else {
        walkFragment(selection.name.value, depth, isIntrospection);
      }
    }
  };
  const walkFragment = (name: string, depth: number, isIntrospection: boolean): void => {
    const fragment = fragments.get(name);
    if (!fragment || open.has(name)) return;
    spread.add(name);
    open.add(name);
    walk(fragment.selectionSet, depth, isIntrospection);
    open.delete(name);
  };

  const rootFields = new Map<OperationDefinitionNode, ReadonlySet<string>>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    names = new Set();
    rootFields.set(definition, names);
    walk(definition.selectionSet, 1, false);
  }
  isInUnusedFragment = true;
  for (const name of fragments.keys()) {
    if (!spread.has(name)) walkFragment(name, 1, false);
  }
  return rootFields;
}
