import { AppError } from '../app-error';
import { type Logger, silentLogger } from '../logger';
import type { Graph } from './graph';

/** Unique ids, and indexes for the properties that the API filters by. */
const STATEMENTS = [
  'CREATE CONSTRAINT film_id IF NOT EXISTS FOR (film:Film) REQUIRE film.filmID IS UNIQUE',
  'CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (actor:Actor) REQUIRE actor.actorID IS UNIQUE',
  'CREATE CONSTRAINT category_id IF NOT EXISTS FOR (category:Category) REQUIRE category.categoryID IS UNIQUE',
  'CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (customer:Customer) REQUIRE customer.customerID IS UNIQUE',
  'CREATE CONSTRAINT recommendation_list_id IF NOT EXISTS FOR (list:RecommendationList) REQUIRE list.listID IS UNIQUE',
  'CREATE CONSTRAINT rental_key_of_customer IF NOT EXISTS FOR (key:RentalKey) REQUIRE (key.customer, key.key) IS UNIQUE',
  'CREATE INDEX anonymous_list_served IF NOT EXISTS FOR (list:AnonymousList) ON (list.servedAt)',
  'CREATE INDEX recommendation_list_served IF NOT EXISTS FOR (list:RecommendationList) ON (list.servedAt)',
  'CREATE INDEX rental_key_recorded IF NOT EXISTS FOR (key:RentalKey) ON (key.recordedAt)',
  'CREATE CONSTRAINT training_lease IF NOT EXISTS FOR (lease:TrainingLease) REQUIRE lease.name IS UNIQUE',
  'CREATE CONSTRAINT training_run_id IF NOT EXISTS FOR (run:TrainingRun) REQUIRE run.runID IS UNIQUE',
  'CREATE CONSTRAINT policy_version IF NOT EXISTS FOR (version:PolicyVersion) REQUIRE (version.policy, version.version) IS UNIQUE',
  'CREATE CONSTRAINT promotion_id IF NOT EXISTS FOR (promotion:Promotion) REQUIRE promotion.promotionID IS UNIQUE',
  'CREATE CONSTRAINT embedding_lease IF NOT EXISTS FOR (lease:EmbeddingLease) REQUIRE lease.name IS UNIQUE',
  'CREATE CONSTRAINT agent_policy IF NOT EXISTS FOR (agent:Agent) REQUIRE agent.policy IS UNIQUE',
  'CREATE INDEX film_title IF NOT EXISTS FOR (film:Film) ON (film.Title)',
  'CREATE INDEX customer_name IF NOT EXISTS FOR (customer:Customer) ON (customer.lastName, customer.firstName)',
];

/** The full-text index of titles and names; its analyzer ignores case and accents. */
export const SEARCH_INDEX = 'titles_and_names';
const CREATE_SEARCH_INDEX = `
  CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS
  FOR (named:Film|Actor) ON EACH [named.Title, named.firstName, named.lastName]
  OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'standard-folding'}}`;

/** Constraints of earlier versions that no longer hold: idempotency keys were unique across customers. */
const OBSOLETE = ['DROP CONSTRAINT rental_key IF EXISTS'];

/**
 * Creates missing constraints and indexes, and waits until they are online. Searches work without their index.
 * @throws AppError CANNOT_START if the graph refuses another one
 */
export async function createConstraints(graph: Graph, logger: Logger = silentLogger): Promise<void> {
  await graph.run(CREATE_SEARCH_INDEX).catch((err: unknown) => {
    logger.warn({ err }, 'Failed to create the full-text index; searches will read all films and actors');
  });
  try {
    for (const statement of [...OBSOLETE, ...STATEMENTS]) await graph.run(statement);
    await graph.run('CALL db.awaitIndexes(300)');
  } catch (cause) {
    throw new AppError('CANNOT_START', `Failed to create constraints: ${explain(cause)}`, { cause });
  }
}

const INDEXES = `
  SHOW INDEXES YIELD labelsOrTypes, properties, state WHERE state = 'ONLINE' AND labelsOrTypes IS NOT NULL
  RETURN labelsOrTypes[0] AS label, properties`;

/** Returns the missing indexes as Label(property, …); an index of another name on the same properties counts. */
export async function missingConstraints(graph: Graph): Promise<string[]> {
  const rows = await graph.run<{ label: string; properties: string[] }>(INDEXES);
  const online = new Set(rows.map(({ label, properties }) => `${label}(${properties.join(', ')})`));
  return [...STATEMENTS, CREATE_SEARCH_INDEX].map(indexed).filter((index) => !online.has(index));
}

function indexed(statement: string): string {
  const [variable, label] = /FOR \((\w+):(\w+)[|\w]*\)/.exec(statement)?.slice(1) ?? [];
  const properties = [...statement.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))].map(
    ([, name]) => name,
  );
  return `${label}(${properties.join(', ')})`;
}

function explain(cause: unknown): string {
  const { code, message } = cause as { code?: unknown; message?: unknown };
  if (String(code).includes('ConstraintCreationFailed')) {
    return 'two films, actors, categories or customers share an id. Make filmID, actorID, categoryID and customerID unique.';
  }
  if (String(code).includes('Forbidden')) {
    return 'the user may not create constraints. Grant the user the privilege, or set NEO4J_USERNAME to another user.';
  }
  return `${String(message)}.`;
}
