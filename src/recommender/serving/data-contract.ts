import type { Graph } from '../../graph/graph';
import { countRentals } from '../rentals/rental-repository';
import { type Precondition, preconditions, readViolations } from './precondition-repository';

/** Data that does not meet a precondition. */
export interface DataIssue {
  /** The kind, such as: Films without a title. */
  readonly description: string;
  readonly count: number;
  /** At most three of them: titles, ids, or customer → film. */
  readonly examples: string[];
  /** Whether they are left out of lists, learning and neighbors. */
  readonly isLeftOut: boolean;
  /** Statements or commands that fix the data, or the consequences of the issue. */
  readonly remedy: string;
}

/** A running server skips checks that read all rentals if there are more than this. */
const MAX_RENTALS = 2_000_000;

/** The result of checking one precondition. */
export interface CheckedPrecondition {
  readonly precondition: Precondition;
  /** Undefined if it was not checked because there are too many rentals. */
  readonly issue: DataIssue | undefined;
  readonly isChecked: boolean;
}

/**
 * Checks all preconditions. Does not change the graph.
 * @param maxRentals preconditions that read all rentals are not checked if there are more. Default: 2 million.
 */
export async function checkPreconditions(
  graph: Graph,
  maxRentals = MAX_RENTALS,
): Promise<CheckedPrecondition[]> {
  const rentals = await countRentals(graph);
  const checked: CheckedPrecondition[] = [];
  for (const precondition of preconditions(graph.model)) {
    const isChecked = !precondition.readsRentals || rentals <= maxRentals;
    const issue = isChecked ? await findIssue(graph, precondition) : undefined;
    checked.push({ precondition, issue, isChecked });
  }
  return checked;
}

async function findIssue(graph: Graph, precondition: Precondition): Promise<DataIssue | undefined> {
  const { count, examples } = await readViolations(graph, precondition);
  const { description, isLeftOut, remedy } = precondition;
  return count === 0 ? undefined : { description, count, examples, isLeftOut, remedy };
}

/** Describes the result in one sentence. */
export const describeIssue = ({ description, count, examples, isLeftOut }: DataIssue): string =>
  `${description}: ${count}${isLeftOut ? ', left out' : ''}, such as ${examples.map((example) => JSON.stringify(example)).join(', ')}`;
