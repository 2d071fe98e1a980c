import { EMBEDDING_NAMES, EMBEDDINGS } from '../../embeddings/embedding';
import type { Graph } from '../../graph/graph';
import { isMapped } from '../../graph/graph-mapping';
import { escapeName, type GraphModel, type NodeModel } from '../../graph/graph-model';

/** A precondition on the data of a graph. */
export interface Precondition {
  /** The subject for a list of checks, such as: Film ids. */
  readonly subject: string;
  readonly description: string;
  /** Matches the violating nodes or relationships: MATCH … RETURN … AS example. */
  readonly violations: string;
  readonly isLeftOut: boolean;
  /** Whether a violation is only informational, such as customers without rentals. */
  readonly isNote?: boolean;
  readonly remedy: string;
  /** Whether the check reads all rentals. */
  readonly readsRentals: boolean;
}

/** The preconditions on films, customers and rentals, most important first. */
export function preconditions(model: GraphModel): Precondition[] {
  const { film, actor, category, customer } = model;
  return [
    hasId('Film ids', 'Films', film, film.title('node')),
    hasTitle(model),
    hasUniqueId('Unique film ids', 'Films', film),
    hasId('Customer ids', 'Customers', customer),
    hasUniqueId('Unique customer ids', 'Customers', customer),
    hasId('Actor ids', 'Actors', actor, actor.fullName('node')),
    hasUniqueId('Unique actor ids', 'Actors', actor),
    hasId('Category ids', 'Categories', category, category.fullName('node')),
    hasUniqueId('Unique category ids', 'Categories', category),
    ...rentalPreconditions(model),
    ...EMBEDDING_NAMES.flatMap((name) => embeddingPreconditions(name, model)),
    ...completeness(model),
  ];
}

const hasNo = (condition: string) => `NOT coalesce(${condition}, false)`;

/**
 * @param name an expression that names a node without an id; default: the element id. Not set for customers, because
 * analysts must not see their names.
 */
function hasId(subject: string, nodes: string, node: NodeModel, name = 'null'): Precondition {
  const id = `node.${node.idProperty}`;
  const condition = hasNo(`${id} IS :: ${node.idType.toUpperCase()} NOT NULL`);
  const made =
    node.idType === 'integer'
      ? `coalesce(toIntegerOrNull(${id}), -1 - id(node))`
      : `coalesce(toStringOrNull(${id}), elementId(node))`;
  return {
    subject,
    description: `${nodes} without ${node.idProperty} of type ${node.idType}`,
    violations: `MATCH (node:${node.label}) WHERE ${condition}
      RETURN coalesce(toStringOrNull(${id}), toStringOrNull(${name}), elementId(node)) AS example`,
    isLeftOut: true,
    remedy: `MATCH (node:${node.label}) WHERE ${condition} SET ${id} = ${made}`,
    readsRentals: false,
  };
}

function hasUniqueId(subject: string, nodes: string, node: NodeModel): Precondition {
  const id = `node.${node.idProperty}`;
  const shared = `MATCH (node:${node.label}) WHERE ${id} IS NOT NULL WITH ${id} AS id, collect(node) AS nodes WHERE size(nodes) > 1`;
  return {
    subject,
    description: `${nodes} that share their ${node.idProperty} with another`,
    violations: `${shared} UNWIND tail(nodes) AS node RETURN toString(id) AS example`,
    isLeftOut: true,
    remedy: `${shared} CALL apoc.refactor.mergeNodes(nodes, {properties: 'discard', mergeRels: true}) YIELD node RETURN count(node)`,
    readsRentals: false,
  };
}

function hasTitle({ film, mapping }: GraphModel): Precondition {
  const title = film.title('node');
  const condition = hasNo(`${title} IS :: STRING NOT NULL`);
  return {
    subject: 'Titles',
    description: `Films without ${mapping.film.title} of type string`,
    violations: `MATCH (node:${film.label}) WHERE ${condition}
      RETURN coalesce(toStringOrNull(node.${film.idProperty}), elementId(node)) AS example`,
    isLeftOut: true,
    remedy: `MATCH (node:${film.label}) WHERE ${condition} SET ${title} = coalesce(toStringOrNull(${title}), 'Film ' + toStringOrNull(node.${film.idProperty}), 'Untitled')`,
    readsRentals: false,
  };
}

function rentalPreconditions({ film, customer, rented, mapping }: GraphModel): Precondition[] {
  const { type, time, times, timeFormat } = mapping.rented;
  const pattern = `(customer:${customer.label})-[${rented.pattern('rented')}]->(film:${film.label})`;
  const pair = `coalesce(toStringOrNull(customer.${customer.idProperty}), elementId(customer)) + ' → ' + coalesce(toStringOrNull(film.${film.idProperty}), elementId(film))`;
  const usable = `customer:${customer.label} AND film:${film.label} AND ${customer.isUsable('customer')} AND ${film.isUsable('film')}`;
  const named = time === null ? 'null' : `rented.${escapeName(time)}`;
  const timeless = `MATCH ${pattern} WHERE ${named} IS NULL`;
  const unreadable = `MATCH ${pattern} WHERE ${named} IS NOT NULL AND ${rented.firstAt('rented')} IS NULL`;
  const ahead = `MATCH ${pattern} WHERE ${rented.isAhead('rented')}`;
  const oldest = timeFormat === 'datetime' ? "datetime('1970-01-01')" : '0';
  const several = `MATCH ${pattern} WITH customer, film, collect(rented) AS several WHERE size(several) > 1`;
  const unusable = `MATCH (customer)-[${rented.pattern('rented')}]->(film) WHERE ${hasNo(usable)}`;
  return [
    {
      subject: 'Rental times',
      description: `${type} relationships without a time`,
      violations: `${timeless} RETURN ${pair} AS example`,
      isLeftOut: false,
      remedy:
        time === null
          ? 'They count as the oldest, in an order that differs between customers. Name the property with the time in the mapping file: rented.time.'
          : `${timeless} SET ${named} = ${oldest}`,
      readsRentals: true,
    },
    ...(time === null
      ? []
      : [
          {
            subject: 'Readable times',
            description: `${type} relationships with a time that cannot be read`,
            violations: `${unreadable} RETURN ${pair} + ': ' + coalesce(toStringOrNull(${named}), valueType(${named})) AS example`,
            isLeftOut: false,
            remedy: `They count as the oldest, like those without a time. Write their times as ISO 8601 text such as 2026-01-31T18:30:00Z, or remove them: ${unreadable} SET ${named} = ${oldest}`,
            readsRentals: true,
          },
          {
            subject: 'Future rentals',
            description: `${type} relationships with a time more than a day in the future`,
            violations: `${ahead} RETURN ${pair} AS example`,
            isLeftOut: false,
            remedy: `They count as the oldest, like those without a time. Correct their times, or remove them: ${ahead} SET ${named} = ${oldest}`,
            readsRentals: true,
          },
        ]),
    // If the graph does not count rentals, several relationships are several rentals.
    ...(times === null
      ? []
      : [
          {
            subject: 'Duplicate rentals',
            description: `Duplicate ${type} relationships between a customer and a film`,
            violations: `${several} UNWIND tail(several) AS one RETURN ${pair} AS example`,
            isLeftOut: true,
            remedy: `${several} FOREACH (one IN tail(several) | DELETE one)`,
            readsRentals: true,
          },
        ]),
    {
      subject: 'Rental ends',
      description: `${type} relationships of nodes that are left out`,
      violations: `${unusable} RETURN ${pair} AS example`,
      isLeftOut: true,
      remedy: `They count as soon as the customers and films have ids and titles. To delete them: ${unusable} DELETE rented`,
      readsRentals: true,
    },
  ];
}

function embeddingPreconditions(
  name: (typeof EMBEDDING_NAMES)[number],
  { film }: GraphModel,
): Precondition[] {
  const { property } = EMBEDDINGS[name];
  const embedding = `node.${property}`;
  const isList = `(${embedding} IS :: LIST<FLOAT NOT NULL> NOT NULL OR ${embedding} IS :: LIST<INTEGER NOT NULL> NOT NULL)`;
  const isFinite = `all(x IN ${embedding} WHERE abs(x) < 3.4e38) AND any(x IN ${embedding} WHERE x <> 0)`;
  const isVector = `CASE WHEN ${isList} THEN size(${embedding}) = usual AND ${isFinite} END`;
  const label = ({ NODE2VEC: 'node2vec', FASTRP: 'FastRP' } as const)[name];
  const example = `coalesce(toStringOrNull(${film.title('node')}), toStringOrNull(node.${film.idProperty}), elementId(node)) AS example`;
  const usual = `CALL () { MATCH (node:${film.label}) WHERE ${embedding} IS :: LIST<ANY> NOT NULL RETURN size(${embedding}) AS usual, count(*) AS films ORDER BY films DESC LIMIT 1 }`;
  const broken = `${usual} MATCH (node:${film.label}) WHERE ${embedding} IS NOT NULL AND ${hasNo(isVector)}`;
  return [
    {
      subject: `Embedding ${name}`,
      description: `Films without a ${label} embedding`,
      violations: `MATCH ${film.usable('node')} WHERE ${embedding} IS NULL RETURN ${example}`,
      isLeftOut: false,
      remedy: `reelgraph embed ${name}`,
      readsRentals: false,
    },
    {
      subject: `Vectors ${name}`,
      description: `Films whose ${label} embedding is not a vector of the usual length`,
      violations: `${broken} RETURN ${example}`,
      isLeftOut: true,
      remedy: `reelgraph embed ${name}, or remove them: ${broken} REMOVE ${embedding}`,
      readsRentals: false,
    },
  ];
}

/** Preconditions whose violation makes recommendations less accurate. */
function completeness({ film, actor, category, customer, rented, mapping }: GraphModel): Precondition[] {
  const title = `RETURN ${film.title('node')} AS example`;
  const parts = `Their reasons and embeddings contain less information. ${isMapped(mapping) ? 'Check the relationship in the mapping file, or add relationships.' : 'Add relationships.'}`;
  const described = { isLeftOut: false, isNote: true, readsRentals: false };
  return [
    {
      ...described,
      subject: 'Categories',
      description: 'Films without a category',
      violations: `MATCH ${film.usable('node')} WHERE NOT EXISTS {(node)${category.path('', `(:${category.label})`)}} ${title}`,
      remedy: parts,
    },
    {
      ...described,
      subject: 'Actors',
      description: 'Films without an actor',
      violations: `MATCH ${film.usable('node')} WHERE NOT EXISTS {(node)${actor.path('', `(:${actor.label})`)}} ${title}`,
      remedy: parts,
    },
    {
      ...described,
      subject: 'Rented films',
      description: 'Films that were never rented',
      violations: `MATCH ${film.usable('node')} WHERE NOT EXISTS {(node)<-[${rented.pattern('rented')}]-()} ${title}`,
      remedy: 'They are recommended by their actors, categories and embeddings.',
    },
    {
      ...described,
      subject: 'Customers with rentals',
      description: 'Customers without rentals',
      violations: `MATCH ${customer.usable('node')} WHERE NOT EXISTS {(node)-[${rented.pattern('rented')}]->()} RETURN ${customer.id('node')} AS example`,
      remedy: 'They get the recommendations of new customers.',
    },
  ];
}

/** Counts the violations of a precondition, with at most three examples. */
export async function readViolations(
  graph: Graph,
  { violations }: Precondition,
): Promise<{ count: number; examples: string[] }> {
  const [row] = await graph.run<{ count: number; examples: string[] }>(
    `CALL () { ${violations} } RETURN count(*) AS count, collect(example)[..3] AS examples`,
  );
  return row;
}
