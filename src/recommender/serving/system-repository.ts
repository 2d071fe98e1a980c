import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph';
import type { GraphModel } from '../../graph/graph-model';
import type { PolicyName } from '../policies/policy';

/** Numbers of nodes and relationships. */
export interface StoreCounts {
  readonly films: number;
  readonly actors: number;
  readonly categories: number;
  readonly customers: number;
  readonly rentals: number;
  /** Null if the graph does not store fans. */
  readonly fanOf: number | null;
  readonly impressions: number;
  readonly trainingRuns: number;
  readonly policyVersions: number;
}

/** Rentals that were recorded through the API on one day. */
export interface RentalDay {
  /** YYYY-MM-DD in UTC. */
  readonly date: string;
  readonly rentals: number;
  /** The number of rentals that name the impression they came from. */
  readonly attributed: number;
}

/** Impressions of one version on one day. */
export interface ImpressionDay {
  /** YYYY-MM-DD in UTC. */
  readonly date: string;
  readonly policy: PolicyName;
  readonly version: string;
  readonly impressions: number;
  /** The number of impressions that led to at least one rental. */
  readonly rented: number;
}

/** Versions of the database. */
export interface GraphVersions {
  readonly neo4j: string;
  readonly edition: string;
  /** Null if Graph Data Science is not installed. */
  readonly gds: string | null;
}

const counts = ({ film, actor, category, customer, rented, fanOf }: GraphModel) => `
  RETURN COUNT {(:${film.label})} AS films, COUNT {(:${actor.label})} AS actors,
    COUNT {(:${category.label})} AS categories, COUNT {(:${customer.label})} AS customers,
    COUNT {()-[${rented.pattern(rented.hasThreshold ? 'rented' : '')}]->()} AS rentals,
    ${fanOf ? `COUNT {()-[:${fanOf}]->()}` : 'null'} AS fanOf,
    COUNT {(:RecommendationList)} AS impressions, COUNT {(:TrainingRun)} AS trainingRuns,
    COUNT {(:PolicyVersion)} AS policyVersions`;

const RENTAL_DAYS = `
  MATCH (key:RentalKey) WHERE key.recordedAt > datetime() - duration({days: $days})
  WITH toString(date(datetime({datetime: key.recordedAt, timezone: 'Z'}))) AS date,
    EXISTS {(key)-[:CAME_OF]->(:RecommendationList)} AS isAttributed
  RETURN date, count(*) AS rentals, count(CASE WHEN isAttributed THEN 1 END) AS attributed ORDER BY date`;

const IMPRESSION_DAYS = `
  MATCH (list:RecommendationList)
  WHERE list.servedAt > datetime() - duration({days: $days}) AND list.customer IS NOT NULL
  WITH toString(date(datetime({datetime: list.servedAt, timezone: 'Z'}))) AS date, list.policy AS policy,
    list.version AS version, EXISTS {(list)<-[:CAME_OF]-(:RentalKey)} AS isRented
  RETURN date, policy, version, count(*) AS impressions, count(CASE WHEN isRented THEN 1 END) AS rented
  ORDER BY date, policy, version`;

const NEO4J = `
  CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel'
  RETURN versions[0] AS neo4j, edition`;
const HAS_GDS = "SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name";
const GDS = 'RETURN gds.version() AS gds';
const APOC = 'RETURN apoc.version() AS apoc';

export async function readCounts(graph: Graph): Promise<StoreCounts> {
  return (await graph.read<StoreCounts>(counts(graph.model)))[0];
}

/** Reads the rentals of the last days by day, oldest first. Days without rentals are left out. */
export const readRentalDays = (graph: Graph, days: number): Promise<RentalDay[]> =>
  graph.read<RentalDay>(RENTAL_DAYS, { days: neo4j.int(days) });

/** Reads the customers' impressions of the last days by day and version, oldest first. */
export const readImpressionDays = (graph: Graph, days: number): Promise<ImpressionDay[]> =>
  graph.read<ImpressionDay>(IMPRESSION_DAYS, { days: neo4j.int(days) });

export async function readGraphVersions(graph: Graph): Promise<GraphVersions> {
  const [[components], hasGds] = await Promise.all([
    graph.read<{ neo4j: string; edition: string }>(NEO4J),
    graph.read(HAS_GDS),
  ]);
  const [gds] = hasGds.length > 0 ? await graph.read<{ gds: string }>(GDS) : [];
  return { ...components, gds: gds?.gds ?? null };
}

/** @throws Neo4jError if APOC is not installed */
export async function readApocVersion(graph: Graph): Promise<string> {
  return (await graph.read<{ apoc: string }>(APOC))[0].apoc;
}
