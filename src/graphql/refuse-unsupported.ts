import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { Neo4jError } from 'neo4j-driver';
import { AppError } from '../app-error';
import type { Context } from './context';
import { isGeneratedList } from './limits/generated-list';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Returns a copy of a schema whose generated root lists reject with BAD_USER_INPUT if @neo4j/graphql cannot translate a
 * valid operation, or generates Cypher that the graph refuses. The failure is the cause of the AppError, for the log.
 */
export function refuseUnsupported(schema: GraphQLSchema): GraphQLSchema {
  const fields = schema.getQueryType()?.getFields() ?? {};
  return mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: (field: GraphQLFieldConfig<unknown, Context>, name: string) =>
      isGeneratedList(fields[name])
        ? { ...field, resolve: refusing(field.resolve ?? defaultFieldResolver) }
        : field,
  });
}

const refusing =
  (resolve: Resolve): Resolve =>
  async (...given) => {
    try {
      return await resolve(...given);
    } catch (error) {
      throw isUnsupported(error) ? unsupported(error) : error;
    }
  };

/** Whether an error is caused by the operation, and not by the graph or the connection. */
const isUnsupported = (error: unknown): boolean =>
  error instanceof Neo4jError
    ? error.code.startsWith('Neo.ClientError.Statement.')
    : error instanceof Error && !(error instanceof AppError) && !('code' in error);

const unsupported = (cause: unknown) =>
  new AppError(
    'BAD_USER_INPUT',
    'This combination of fields and conditions is not supported. Simplify the conditions.',
    { cause },
  );
