import { AppError } from '../app-error';
import { type Logger, silentLogger } from '../logger';
import type { Graph } from './graph';
import { isMapped } from './graph-mapping';
import { escapeName } from './graph-model';

/** Unique ids, and indexes for the properties that the API filters by. Created for reelgraph's own labels only. */
const STORE = [
  'CREATE CONSTRAINT film_id IF NOT EXISTS FOR (film:Film) REQUIRE film.filmID IS UNIQUE',
  'CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (actor:Actor) REQUIRE actor.actorID IS UNIQUE',
  'CREATE CONSTRAINT category_id IF NOT EXISTS FOR (category:Category) REQUIRE category.categoryID IS UNIQUE',
  'CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (customer:Customer) REQUIRE customer.customerID IS UNIQUE',
  'CREATE INDEX film_title IF NOT EXISTS FOR (film:Film) ON (film.Title)',
  'CREATE INDEX customer_name IF NOT EXISTS FOR (customer:Customer) ON (customer.lastName, customer.firstName)',
];

const KEPT = [
  'CREATE CONSTRAINT recommendation_list_id IF NOT EXISTS FOR (list:RecommendationList) REQUIRE list.listID IS UNIQUE',
  'CREATE CONSTRAINT rental_key_of_customer IF NOT EXISTS FOR (key:RentalKey) REQUIRE (key.customer, key.key) IS UNIQUE',
  'CREATE INDEX anonymous_list_served IF NOT EXISTS FOR (list:AnonymousList) ON (list.servedAt)',
  'CREATE INDEX recommendation_list_served IF NOT EXISTS FOR (list:RecommendationList) ON (list.servedAt)',
  'CREATE INDEX recommendation_list_customer IF NOT EXISTS FOR (list:RecommendationList) ON (list.customer)',
  'CREATE INDEX rental_key_recorded IF NOT EXISTS FOR (key:RentalKey) ON (key.recordedAt)',
  'CREATE CONSTRAINT training_lease IF NOT EXISTS FOR (lease:TrainingLease) REQUIRE lease.name IS UNIQUE',
  'CREATE CONSTRAINT training_run_id IF NOT EXISTS FOR (run:TrainingRun) REQUIRE run.runID IS UNIQUE',
  'CREATE CONSTRAINT policy_version IF NOT EXISTS FOR (version:PolicyVersion) REQUIRE (version.policy, version.version) IS UNIQUE',
  'CREATE CONSTRAINT promotion_id IF NOT EXISTS FOR (promotion:Promotion) REQUIRE promotion.promotionID IS UNIQUE',
  'CREATE CONSTRAINT promotion_lock IF NOT EXISTS FOR (lock:PromotionLock) REQUIRE lock.name IS UNIQUE',
  'CREATE CONSTRAINT promotion_trial_id IF NOT EXISTS FOR (trial:PromotionTrial) REQUIRE trial.trialID IS UNIQUE',
  'CREATE CONSTRAINT one_running_trial IF NOT EXISTS FOR (trial:PromotionTrial) REQUIRE trial.running IS UNIQUE',
  'CREATE CONSTRAINT embedding_lease IF NOT EXISTS FOR (lease:EmbeddingLease) REQUIRE lease.name IS UNIQUE',
  'CREATE CONSTRAINT film_version IF NOT EXISTS FOR (films:FilmVersion) REQUIRE films.name IS UNIQUE',
  'CREATE CONSTRAINT agent_policy IF NOT EXISTS FOR (agent:Agent) REQUIRE agent.policy IS UNIQUE',
];

/** The full-text index of titles and names; its analyzer ignores case and accents. */
export const SEARCH_INDEX = 'titles_and_names';
const CREATE_SEARCH_INDEX = `
  CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS
  FOR (named:Film|Actor) ON EACH [named.Title, named.firstName, named.lastName]
  OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'standard-folding'}}`;

/**
 * Statements lock a node by removing its property `locked`, which none has. Neo4j takes no lock if the database does not
 * know the name.
 */
const CREATE_LOCK_NAME = "CALL db.createProperty('locked')";

/** Data of earlier versions: idempotency keys were unique across customers, and lists related to their customer. */
const OBSOLETE = [
  'DROP CONSTRAINT rental_key IF EXISTS',
  `MATCH (customer:Customer)-[served:SERVED]->(list:RecommendationList)
   CALL (customer, served, list) { SET list.customer = customer.customerID DELETE served } IN TRANSACTIONS`,
];

/**
 * Creates missing constraints and indexes, and waits until they are online. Labels of a mapping file get none. Searches
 * also work without their index.
 * @returns the refused constraints as Label(property): their nodes have duplicate ids, and looking them up is slow
 * @throws AppError CANNOT_START if the user of the graph may not create them
 */
export async function createConstraints(graph: Graph, logger: Logger = silentLogger): Promise<string[]> {
  const refused: string[] = [];
  try {
    for (const statement of [CREATE_LOCK_NAME, ...OBSOLETE, ...KEPT]) await graph.run(statement);
    if (!isMapped(graph.model.mapping)) {
      for (const statement of STORE)
        if (!(await isCreated(graph, statement))) refused.push(indexed(statement));
      await graph.run(CREATE_SEARCH_INDEX).catch((err: unknown) => {
        logger.warn({ err }, 'Failed to create the full-text index; searches will read all films and actors');
      });
    }
    await graph.run('CALL db.awaitIndexes(300)');
    return refused;
  } catch (cause) {
    throw new AppError('CANNOT_START', `Failed to create constraints: ${explain(cause)}`, { cause });
  }
}

/** @returns false if nodes of the graph violate the constraint */
async function isCreated(graph: Graph, statement: string): Promise<boolean> {
  try {
    await graph.run(statement);
    return true;
  } catch (error) {
    if (codeOf(error).includes('ConstraintCreationFailed')) return false;
    throw error;
  }
}

const INDEXES = `
  SHOW INDEXES YIELD labelsOrTypes, properties, state WHERE state = 'ONLINE' AND labelsOrTypes IS NOT NULL
  RETURN labelsOrTypes[0] AS label, properties`;

/** A missing index, and the statement that creates it. */
export interface MissingIndex {
  /** Label(property, …) */
  readonly index: string;
  readonly statement: string;
}

/** Returns the missing indexes. An index on the same properties counts, whatever its name. */
export async function missingIndexes(graph: Graph): Promise<MissingIndex[]> {
  const { model } = graph;
  const rows = await graph.run<{ label: string; properties: string[] }>(INDEXES);
  const online = new Set(
    rows.map(({ label, properties }) => `${escapeName(label)}(${properties.map(escapeName).join(', ')})`),
  );
  const store = isMapped(model.mapping)
    ? [model.film, model.actor, model.category, model.customer].map(
        ({ label, idProperty }) => `CREATE INDEX FOR (node:${label}) ON (node.${idProperty})`,
      )
    : [...STORE, CREATE_SEARCH_INDEX];
  return [...store, ...KEPT]
    .map((statement) => ({ index: indexed(statement), statement }))
    .filter(({ index }) => !online.has(index));
}

function indexed(statement: string): string {
  const name = '(?:\\w+|`(?:[^`]|``)+`)';
  const [variable, label] = new RegExp(`FOR \\((\\w+):(${name})[|\\w]*\\)`).exec(statement)?.slice(1) ?? [];
  const properties = [...statement.matchAll(new RegExp(`\\b${variable}\\.(${name})`, 'g'))].map(
    ([, property]) => property,
  );
  return `${label}(${properties.join(', ')})`;
}

function explain(cause: unknown): string {
  if (codeOf(cause).includes('Forbidden')) {
    return 'the user may not create constraints. Grant the user the privilege, or set NEO4J_USERNAME to another user.';
  }
  return `${String((cause as { message?: unknown }).message)}.`;
}

/** The code of a Neo4jError, which may be the cause of an AppError. */
const codeOf = (error: unknown): string => {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return `${String(code)} ${String(cause?.code)}`;
};
