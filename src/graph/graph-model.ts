import {
  FILM_PROPERTIES,
  type FilmProperty,
  type GraphMapping,
  type IdType,
  type MappedName,
  type MappedNode,
  type MappedRelationship,
  OWN_NAMES,
} from './graph-mapping';
import { readTime } from './read-time';

/** One kind of nodes, in Cypher. Arguments are also Cypher: the name of a variable, or an expression. */
export interface NodeModel {
  readonly label: string;
  /** The property with the id. */
  readonly idProperty: string;
  readonly idType: IdType;
  /** Returns an expression for the id of a usable node as text. */
  id(variable: string): string;
  /** The label and the id in a pattern that can use an index: (film${film.named('$film')}). */
  named(id: string): string;
  /** The value of the id property for an id given as text; null if the text cannot be such an id. */
  toValue(id: string): string;
  /** The values of the id property for a list of ids given as text. */
  toValues(ids: string): string;
  /**
   * A condition that is false for nodes without an id or title of the right type. Such nodes are left out everywhere.
   */
  isUsable(variable: string): string;
  /** The pattern of a usable node: (film:Film WHERE …). */
  usable(variable: string): string;
}

/** The actors or the categories of films. */
export interface PartModel extends NodeModel {
  /** The type of the relationship to a film. */
  readonly type: string;
  /**
   * A path from a film: (film)${actor.path('', '(actor:Actor)')}. The first argument is the variable of the
   * relationship.
   */
  path(relationship: string, node: string): string;
  /** The full name as text. */
  fullName(variable: string): string;
}

/** The names and formats of a graph's data, for the statements of the repositories and of the API. */
export interface GraphModel {
  readonly mapping: GraphMapping;
  readonly film: NodeModel & {
    /** Returns an expression for the title of a usable film. */
    title(variable: string): string;
  };
  readonly actor: PartModel;
  readonly category: PartModel;
  readonly customer: NodeModel;
  readonly rented: RentalModel;
  /** The relationship from customers to actors, if the graph stores it. */
  readonly fanOf: string | undefined;
  /** Expressions for the fields of the API's types. The keys are `Type.field`. */
  readonly fields: Readonly<Record<string, (variable: string) => string>>;
}

/** The relationship that means "rented", in Cypher. */
export interface RentalModel {
  readonly type: string;
  /**
   * The content of a relationship pattern that excludes relationships that do not count as rentals:
   * -[${rented.pattern('rented')}]->.
   */
  pattern(variable: string): string;
  /** The time of the first rental as a zoned datetime; null if it is missing or cannot be read. */
  firstAt(variable: string): string;
  /**
   * The time of the first rental for its place in the order of rentals, in milliseconds since 1970; null if it is
   * missing, cannot be read, or is in the future.
   */
  placedAt(variable: string): string;
  /** Whether the time of the first rental is in the future. */
  isAhead(variable: string): string;
  lastAt(variable: string): string;
  times(variable: string): string;
  /** The rating as a float; null if there is none. */
  rating(variable: string): string;
  /** Whether some relationships do not count as rentals. If so, counting rentals reads all of them. */
  readonly hasThreshold: boolean;
}

/** Integers as written by toString(), short enough for 64 bits. */
const INTEGER = "'0|-?[1-9][0-9]{0,17}'";

/** Creates the model of a graph. @param mapping default: the tutorial's names */
export function createGraphModel(mapping: GraphMapping = OWN_NAMES): GraphModel {
  const title = property(mapping.film.title);
  const hasTitle = (variable: string) => `${title(variable)} IS :: STRING NOT NULL`;
  const film = {
    ...nodeModel(mapping.film, hasTitle),
    title,
  };
  const [first, last] = nameParts(mapping.actor.name);
  const actor = {
    ...partModel(mapping.actor, mapping.actor.relationship),
    fullName: (variable: string) =>
      `trim(coalesce(toStringOrNull(${first(variable)}), '') + ' ' + coalesce(toStringOrNull(${last(variable)}), ''))`,
  };
  const categoryName = (variable: string) =>
    `coalesce(toStringOrNull(${property(mapping.category.name)(variable)}), '')`;
  const category = { ...partModel(mapping.category, mapping.category.relationship), fullName: categoryName };
  const customer = nodeModel(mapping.customer);
  const rented = rentalModel(mapping.rented);
  const [customerFirst, customerLast] = nameParts(mapping.customer.name);
  return {
    mapping,
    film,
    actor,
    category,
    customer,
    rented,
    fanOf: mapping.fanOf === null ? undefined : escapeName(mapping.fanOf),
    fields: {
      'Film.filmId': film.id,
      'Film.title': film.title,
      ...Object.fromEntries(FILM_PROPERTIES.map((name) => [`Film.${name}`, filmProperty(name, mapping)])),
      'Actor.actorId': actor.id,
      'Actor.firstName': (variable) => `coalesce(${first(variable)}, '')`,
      'Actor.lastName': (variable) => `coalesce(${last(variable)}, '')`,
      'Category.categoryId': category.id,
      'Category.name': categoryName,
      'Customer.customerId': customer.id,
      'Customer.firstName': customerFirst,
      'Customer.lastName': customerLast,
      'Rented.firstAt': rented.firstAt,
      'Rented.lastAt': rented.lastAt,
      'Rented.times': rented.times,
      'Rented.rating': rented.rating,
    },
  };
}

/** Quotes a name unless it is a plain identifier. */
export const escapeName = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;

const property = (name: string) => (variable: string) => `${variable}.${escapeName(name)}`;

function nodeModel(
  { label, id, idType = 'string' }: MappedNode,
  isUsableOtherwise?: (variable: string) => string,
): NodeModel {
  const read = property(id);
  const isInteger = idType === 'integer';
  const isUsable = (variable: string) => {
    const hasId = `${read(variable)} IS :: ${idType.toUpperCase()} NOT NULL`;
    return isUsableOtherwise ? `${hasId} AND ${isUsableOtherwise(variable)}` : hasId;
  };
  const toValue = (text: string) =>
    isInteger ? `CASE WHEN ${text} =~ ${INTEGER} THEN toInteger(${text}) END` : text;
  return {
    label: escapeName(label),
    idProperty: escapeName(id),
    idType,
    id: (variable) => (isInteger ? `toString(${read(variable)})` : read(variable)),
    named: (text) => `:${escapeName(label)} {${escapeName(id)}: ${toValue(text)}}`,
    toValue,
    toValues: (texts) => (isInteger ? `[text IN ${texts} | ${toValue('text')}]` : texts),
    isUsable,
    usable: (variable) => `(${variable}:${escapeName(label)} WHERE ${isUsable(variable)})`,
  };
}

function partModel(node: MappedNode, { type, direction }: MappedRelationship): Omit<PartModel, 'fullName'> {
  const escaped = escapeName(type);
  return {
    ...nodeModel(node),
    type: escaped,
    path: (relationship, other) =>
      direction === 'toFilm'
        ? `<-[${relationship}:${escaped}]-${other}`
        : `-[${relationship}:${escaped}]->${other}`,
  };
}

/** The first and the last name. One name is split at its first space. */
function nameParts(
  name: MappedName,
): [first: (variable: string) => string, last: (variable: string) => string] {
  if ('firstName' in name) return [property(name.firstName), property(name.lastName)];
  const whole = (variable: string) => `trim(toStringOrNull(${property(name.name)(variable)}))`;
  const first = (variable: string) => `split(${whole(variable)}, ' ')[0]`;
  return [first, (variable) => `trim(substring(${whole(variable)}, size(${first(variable)})))`];
}

const CONVERSIONS: Readonly<Record<FilmProperty, string>> = {
  description: 'toStringOrNull',
  releaseYear: 'toIntegerOrNull',
  length: 'toIntegerOrNull',
  rating: 'toStringOrNull',
  rentalRate: 'toFloatOrNull',
  language: 'toStringOrNull',
};

function filmProperty(name: FilmProperty, { film }: GraphMapping): (variable: string) => string {
  const mapped = film[name];
  return mapped === null ? () => 'null' : (variable) => `${CONVERSIONS[name]}(${property(mapped)(variable)})`;
}

/** Later times are in the future. Local times, which are read as UTC, may be up to 14 hours ahead. */
const LATEST = 'timestamp() + 86400000';

function rentalModel({
  type,
  time,
  lastTime,
  times,
  rating,
  threshold,
}: GraphMapping['rented']): RentalModel {
  const ratingOf = (variable: string) =>
    rating === null ? 'null' : `toFloatOrNull(${property(rating)(variable)})`;
  const timeOf = (name: string | null) => (variable: string) =>
    name === null ? 'null' : readTime(property(name)(variable));
  const firstAt = timeOf(time);
  const milliseconds = (variable: string) => `(${firstAt(variable)}).epochMillis`;
  return {
    type: escapeName(type),
    pattern: (variable) =>
      threshold === null
        ? `${variable}:${escapeName(type)}`
        : `${variable}:${escapeName(type)} WHERE coalesce(${ratingOf(variable)}, ${threshold}) >= ${threshold}`,
    firstAt,
    placedAt: (variable) =>
      time === null ? 'null' : `[at IN [${milliseconds(variable)}] WHERE at <= ${LATEST}][0]`,
    isAhead: (variable) => (time === null ? 'false' : `${milliseconds(variable)} > ${LATEST}`),
    lastAt: lastTime === null ? firstAt : timeOf(lastTime),
    times: (variable) =>
      times === null ? '1' : `coalesce(toIntegerOrNull(${property(times)(variable)}), 1)`,
    rating: ratingOf,
    hasThreshold: threshold !== null,
  };
}
