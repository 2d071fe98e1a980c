import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { requireLimit } from './require-limit';

/** Fields that train, or write for a long time; two of them at once would only wait for each other. */
const LONG_MUTATIONS = new Set(['trainStep', 'startTraining', 'writeEmbeddings', 'evaluatePolicies']);

/** Fragments by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Counts what an operation selects, fragments counted wherever they are spread.
 * @throws AppError QUERY_TOO_COMPLEX as soon as one limit is passed
 */
export function requireModestSelection(operation: OperationDefinitionNode, fragments: Fragments): void {
  const counts = { selections: 0, rootFields: 0, aliases: 0, longMutations: 0 };
  const count = (what: keyof typeof counts) => requireLimit(what, ++counts[what]);
  /** Fragments that are open; one that spreads itself is left to validation. */
  const open = new Set<FragmentDefinitionNode>();

  const walk = ({ selections }: SelectionSetNode, depth: number, aboutSchema: boolean): void => {
    for (const selection of selections) {
      count('selections');
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const isMeta = aboutSchema || name.startsWith('__');
        if (depth === 1) count('rootFields');
        if (depth === 1 && LONG_MUTATIONS.has(name)) count('longMutations');
        if (selection.alias) count('aliases');
        requireLimit(isMeta ? 'introspectionDepth' : 'depth', depth);
        if (selection.selectionSet) walk(selection.selectionSet, depth + 1, isMeta);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, depth, aboutSchema);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || open.has(fragment)) continue;
        open.add(fragment);
        walk(fragment.selectionSet, depth, aboutSchema);
        open.delete(fragment);
      }
    }
  };
  walk(operation.selectionSet, 1, false);
}
