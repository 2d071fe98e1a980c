import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Kind, parse } from 'graphql';
import { toGlobalId } from '../graphql/global-id';

/** An example operation of the IDE pages. */
export interface ExampleOperation {
  name: string;
  /** Its description, from the comment at its beginning. */
  description: string;
  document: string;
  variables: Record<string, unknown>;
}

const FOLDER = join(__dirname, '..', '..', 'examples', 'operations');

/** Values for variables without a default, by name. The ids exist in the sample store and in the DVD rental store. */
const VARIABLES: Readonly<Record<string, unknown>> = {
  customer: '1',
  film: '1',
  id: toGlobalId('Film', '1'),
  text: 'the',
  films: ['1', '2', '3'],
  idempotencyKey: 'a unique key for each rental',
  run: 'the id of a run, from startTraining or trainingRuns',
  evaluation: 'the id of an evaluation, from evaluatePolicies or evaluations',
  policy: 'EASE',
};

/** Reads the example operations; the one for recommendations comes first. */
export function readOperations(): ExampleOperation[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));
  files.sort((a, b) => Number(b === 'recommendations.graphql') - Number(a === 'recommendations.graphql'));
  return files.map((file) => {
    const document = readFileSync(join(FOLDER, file), 'utf8');
    return {
      name: basename(file, '.graphql'),
      description: /^# (.*)/.exec(document)?.[1] ?? '',
      document,
      variables: neededVariables(document),
    };
  });
}

function neededVariables(document: string): Record<string, unknown> {
  const definitions = parse(document).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const variables = definitions.flatMap((node) => node.variableDefinitions ?? []);
  const needed = variables
    .filter((variable) => variable.type.kind === Kind.NON_NULL_TYPE && !variable.defaultValue)
    .map((node) => node.variable.name.value);
  return Object.fromEntries(needed.map((name) => [name, VARIABLES[name]]));
}
