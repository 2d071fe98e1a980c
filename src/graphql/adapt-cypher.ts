import type { Driver, Session } from 'neo4j-driver';
import type { GraphModel, NodeModel } from '../graph/graph-model';

/** Rewrites a statement of @neo4j/graphql. */
export type AdaptCypher = (cypher: string) => string;

/**
 * Returns a function that rewrites statements of @neo4j/graphql to the names and formats of a graph. The library only
 * knows labels, types and properties: it compares ids as text, reads times as zoned datetimes, and fails for a whole
 * list if one film has no title. In its statements
 * - `(this:Film)` becomes the mapped label, without the nodes that are left out everywhere,
 * - `[this0:RENTED]` becomes the mapped type, without ratings below the threshold,
 * - `this.\`Film.filmId\`` becomes the expression that reads the field; an id that is compared to a parameter stays a
 *   property, so that its index is used,
 * - `(this)-[this0:FAN_OF]->(this1:Actor)` becomes a path over rented films if the graph does not store this
 *   relationship.
 */
export function createCypherAdapter(model: GraphModel): AdaptCypher {
  const { film, actor, category, customer, rented, fields, fanOf } = model;
  const nodes: Readonly<Record<string, NodeModel>> = {
    Film: film,
    Actor: actor,
    Category: category,
    Customer: customer,
  };
  const ids: Readonly<Record<string, NodeModel>> = {
    'Film.filmId': film,
    'Actor.actorId': actor,
    'Category.categoryId': category,
    'Customer.customerId': customer,
  };

  /** An actor appears once for each customer: at the first of at least three rentals. */
  const fanPath = (from: string, relationship: string, to: string) => {
    const path = (rental: string, other: string) =>
      `(${from})-[${rented.pattern(rental)}]->(${other}:${film.label})${actor.path('', `(${to})`)}`;
    const films = `COUNT {MATCH ${path(`${relationship}Each`, `${relationship}Film`)} RETURN DISTINCT ${relationship}Film}`;
    const earlier = `EXISTS {MATCH ${path(`${relationship}Other`, '')} WHERE elementId(${relationship}Other) < elementId(${relationship})}`;
    return `(${from})-[${rented.pattern(relationship)}]->(:${film.label})${actor.path(
      '',
      `(${to}:${actor.label} WHERE ${actor.isUsable(to)} AND ${films} > 2 AND NOT ${earlier})`,
    )}`;
  };

  const part = (type: string) => (type === 'ACTED_IN' ? actor : category);
  /** In the type definitions ACTED_IN points to the film, and OF_GENRE away from it. */
  const isTurned = (type: string) => {
    const { direction } = model.mapping[type === 'ACTED_IN' ? 'actor' : 'category'].relationship;
    return (direction === 'toFilm') !== (type === 'ACTED_IN');
  };

  let made = 0;
  /** Patterns with conditions need a variable. */
  const named = (variable: string) => variable || `made${made++}`;
  const replace = (found: string, groups: Record<string, string>): string => {
    const { fan, rental, type, label, id, field } = groups;
    if (fan !== undefined) {
      return fanOf ? found : fanPath(groups.customer, named(fan), groups.actor);
    }
    if (rental !== undefined) return `[${rented.pattern(rented.hasThreshold ? named(rental) : rental)}]`;
    if (type) {
      const arrows = isTurned(type)
        ? [groups.left === '<-' ? '-' : '<-', groups.right === '->' ? '-' : '->']
        : [groups.left, groups.right];
      return arrows.join(`[${groups.relationship}:${part(type).type}]`);
    }
    if (label) return nodes[label].usable(groups.node);
    if (id) {
      const node = ids[id];
      const values = groups.operator === 'IN' ? node.toValues(groups.value) : node.toValue(groups.value);
      return `${groups.owner}.${node.idProperty} ${groups.operator} ${values}`;
    }
    return field in fields ? fields[field](groups.variable) : found;
  };
  return (cypher) =>
    cypher.replace(ADAPTED, (found: string, ...rest: unknown[]) =>
      replace(found, rest[rest.length - 1] as Record<string, string>),
    );
}

const ADAPTED = new RegExp(
  [
    String.raw`\((?<customer>\w+)\)-\[(?<fan>\w*):FAN_OF\]->\((?<actor>\w+):Actor\)`,
    String.raw`\[(?<rental>\w*):RENTED\]`,
    String.raw`(?<left><?-)\[(?<relationship>\w*):(?<type>ACTED_IN|OF_GENRE)\](?<right>->?)`,
    String.raw`\((?<node>\w+):(?<label>Film|Actor|Category|Customer)\)`,
    String.raw`(?<owner>\w+)\.\`(?<id>Film\.filmId|Actor\.actorId|Category\.categoryId|Customer\.customerId)\` (?<operator>=|IN) (?<value>\$[\w.]+)`,
    String.raw`(?<variable>\w+)\.\`(?<field>\w+\.\w+)\``,
  ]
    .join('|')
    .replaceAll('\\`', '`'),
  'g',
);

/** Returns a driver whose sessions adapt the statements of their transactions. */
export const adaptDriver = (driver: Driver, adapt: AdaptCypher): Driver =>
  new Proxy(driver, {
    get: (target, name) =>
      name === 'session'
        ? (...config: Parameters<Driver['session']>) => adaptSession(target.session(...config), adapt)
        : Reflect.get(target, name, target),
  });

function adaptSession(session: Session, adapt: AdaptCypher): Session {
  const adapted =
    (execute: Session['executeRead']): Session['executeRead'] =>
    (work, config) =>
      execute((transaction) => {
        const run = transaction.run.bind(transaction);
        transaction.run = ((query: string, ...parameters: unknown[]) =>
          run(adapt(query), ...(parameters as [object]))) as typeof transaction.run;
        return work(transaction);
      }, config);
  session.executeRead = adapted(session.executeRead.bind(session));
  session.executeWrite = adapted(session.executeWrite.bind(session));
  return session;
}
