import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from './app-error';
import {
  FILM_PROPERTIES,
  type GraphMapping,
  type MappedName,
  type MappedNode,
  OWN_NAMES,
} from './graph/graph-mapping';

/** The default file in the working folder, if REELGRAPH_CONFIG is unset. */
export const MAPPING_FILE = 'reelgraph.config.json';

/**
 * Names as they are quoted in Cypher. It reads \\u0060 as a backtick even in quotes, and spaces at the ends are mistakes.
 */
const NAME = /^[^\s\\\p{Cc}]([^\\\p{Cc}]*[^\s\\\p{Cc}])?$/u;

const name = (description: string) => z.string().regex(NAME).describe(description);
const property = (owner: string) => name(`the property with ${owner}`);

const node = (part: string) => ({
  label: name(`the label of ${part}`),
  id: property(`the id of ${part}`),
  idType: z
    .enum(['string', 'integer'])
    .optional()
    .describe('"string" or "integer"; default: the type of the first id in the graph'),
});

const names = (part: string) => ({
  name: property(`the whole name of ${part}`).optional(),
  firstName: property(`the first name of ${part}, together with lastName`).optional(),
  lastName: property(`the last name of ${part}, together with firstName`).optional(),
});

const relationship = (part: string) =>
  z
    .strictObject({
      type: name(`the type of the relationship between ${part} and films`),
      direction: z
        .enum(['toFilm', 'fromFilm'])
        .describe('"toFilm" if the relationship points to the film, "fromFilm" if it points away from it'),
    })
    .describe(`the relationship between ${part} and films: an object with "type" and "direction"`);

const FILM_MEANINGS: Record<(typeof FILM_PROPERTIES)[number], string> = {
  description: 'a description of the plot',
  releaseYear: 'the year of the release',
  length: 'the running time in minutes',
  rating: 'the age rating, such as PG-13',
  rentalRate: 'the price of one rental',
  language: 'the spoken language',
};

const filmProperties = Object.fromEntries(
  FILM_PROPERTIES.map((key) => [key, property(FILM_MEANINGS[key]).optional()]),
) as Record<(typeof FILM_PROPERTIES)[number], z.ZodOptional<z.ZodString>>;

const FILE = z.strictObject({
  $schema: z.string().optional().describe('the path or URL of reelgraph.schema.json, for editors'),
  film: z
    .strictObject({ ...node('films'), title: property('the title of films'), ...filmProperties })
    .describe('an object that names films: "label", "id", "title" and optional properties'),
  customer: z
    .strictObject({ ...node('customers'), ...names('customers') })
    .describe('an object that names customers: "label", "id" and optionally "name"'),
  rented: z
    .strictObject({
      type: name('the type of the relationship from customers to films that means "rented"'),
      time: property('the time of the rental, in any supported format').optional(),
      lastTime: property('the time of the most recent rental').optional(),
      times: property('the number of rentals').optional(),
      rating: property('the rating').optional(),
      threshold: z
        .number()
        .optional()
        .describe('a number: lower ratings do not count as rentals; default: all ratings count'),
      timeFormat: z
        .enum(['datetime', 'epochSeconds', 'epochMillis'])
        .optional()
        .describe('"datetime" (default), "epochSeconds" or "epochMillis": how recordRental writes times'),
    })
    .describe('an object that names rentals: "type" and optionally "time", "rating" and "threshold"'),
  actor: z
    .strictObject({ ...node('actors'), ...names('actors'), relationship: relationship('actors') })
    .optional()
    .describe('an object that names actors: "label", "id", "name" and "relationship"'),
  category: z
    .strictObject({
      ...node('categories'),
      name: property('the name of categories'),
      relationship: relationship('categories'),
    })
    .optional()
    .describe('an object that names categories: "label", "id", "name" and "relationship"'),
});

type File = z.infer<typeof FILE>;

const CHECKED = FILE.superRefine((file, context) => {
  const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (file.rented.threshold !== undefined && file.rented.rating === undefined) {
    refuse(['rented', 'threshold'], '"threshold" together with "rating", the property that it applies to');
  }
  if (file.rented.lastTime !== undefined && file.rented.time === undefined) {
    refuse(['rented', 'lastTime'], '"time" beside it, the property with the time of the first rental');
  }
  for (const key of ['times', 'rating'] as const) {
    const property = file.rented[key];
    if (property !== undefined && [file.rented.time, file.rented.lastTime].includes(property)) {
      refuse(['rented', key], 'a property that does not hold the time');
    }
  }
  if (file.rented.times !== undefined && file.rented.times === file.rented.rating) {
    refuse(['rented', 'times'], 'a property that does not hold the rating');
  }
  for (const part of ['customer', 'actor'] as const) {
    const given = file[part];
    if (!given) continue;
    const hasParts = given.firstName !== undefined && given.lastName !== undefined;
    const hasOnePart = given.firstName !== undefined || given.lastName !== undefined;
    const isNamed = given.name !== undefined;
    if (isNamed ? hasOnePart : hasOnePart !== hasParts || (part === 'actor' && !hasParts)) {
      refuse([part], 'either "name", or both "firstName" and "lastName"');
    }
  }
  const labels = new Map<string, string>();
  for (const part of ['film', 'customer', 'actor', 'category'] as const) {
    const label = file[part]?.label;
    const other = label === undefined ? undefined : labels.get(label);
    if (other) refuse([part, 'label'], `a label that "${other}.label" does not have`);
    if (label !== undefined) labels.set(label, part);
  }
});

/** Returns the JSON Schema of the mapping file, which is published as reelgraph.schema.json. */
export const mappingSchema = (): Record<string, unknown> => ({
  ...(z.toJSONSchema(FILE) as Record<string, unknown>),
  title: 'The mapping file of reelgraph',
});

/**
 * Reads the mapping file.
 * @param path REELGRAPH_CONFIG; default: reelgraph.config.json in the working folder, if it exists
 * @returns undefined without a file
 * @throws AppError CANNOT_START that names the file and, for each error, the JSON path, the value and the expected
 * value
 */
export function readMappingFile(path: string | undefined): GraphMapping | undefined {
  const file = path ?? MAPPING_FILE;
  if (path === undefined && !existsSync(file)) return undefined;
  return toMapping(parse(file, readText(file)));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const found = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'it is a folder' : String(code);
    throw new AppError(
      'CANNOT_START',
      `Cannot read the mapping file ${file}: ${found}. Set REELGRAPH_CONFIG to the path of a JSON file, or unset it.`,
      { cause },
    );
  }
}

function parse(file: string, text: string): File {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    throw new AppError(
      'CANNOT_START',
      `Invalid ${file}: ${placeOf(message, text)}expected JSON (${message}).`,
      {
        cause,
      },
    );
  }
  const parsed = CHECKED.safeParse(json);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.flatMap((issue) => describeIssue(issue, json));
  const problems = lines.map((line) => `Invalid ${file}: ${line}`);
  throw new AppError('CANNOT_START', problems.join('\n'));
}

/** Returns the line and column of a syntax error, from the position in Node's message. */
function placeOf(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  const before = position === undefined ? text : text.slice(0, Number(position));
  const lines = before.split('\n');
  return `line ${lines.length}, column ${lines[lines.length - 1].length + 1}: `;
}

function describeIssue(issue: z.core.$ZodIssue, json: unknown): string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys((schemaAt(path).properties ?? {}) as object).map((key) => `"${key}"`);
    return issue.keys.map(
      (key) => `${showPath([...path, key])} is unknown: expected one of ${known.join(', ')}.`,
    );
  }
  const described = (schemaAt(path).description as string | undefined) ?? 'an object';
  const expected =
    {
      custom: issue.message,
      invalid_format: `${described}, without backslashes, control characters and spaces at its ends`,
    }[issue.code as string] ?? described;
  const value = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    json,
  );
  return [`${showPath(path)} is ${show(value)}: expected ${expected}.`];
}

const showPath = (path: readonly string[]) => (path.length === 0 ? 'the file' : path.join('.'));
const show = (value: unknown) => (value === undefined ? 'missing' : cut(JSON.stringify(value)));
const cut = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function schemaAt(path: readonly string[]): Record<string, unknown> {
  return path.reduce<Record<string, unknown>>(
    (at, key) => ((at.properties as Record<string, Record<string, unknown>> | undefined) ?? {})[key] ?? {},
    mappingSchema(),
  );
}

function toMapping({ film, customer, rented, actor, category }: File): GraphMapping {
  const optional = FILM_PROPERTIES.map((key) => [key, film[key] ?? null] as const);
  return {
    film: {
      ...toNode(film),
      title: film.title,
      ...(Object.fromEntries(optional) as Record<(typeof FILM_PROPERTIES)[number], string | null>),
    },
    customer: { ...toNode(customer), name: toName(customer) ?? OWN_NAMES.customer.name },
    rented: {
      type: rented.type,
      time: rented.time ?? null,
      lastTime: rented.lastTime ?? null,
      times: rented.times ?? null,
      rating: rented.rating ?? null,
      threshold: rented.threshold ?? null,
      timeFormat: rented.timeFormat ?? 'datetime',
    },
    actor: actor
      ? {
          ...toNode(actor),
          name: toName(actor) ?? OWN_NAMES.actor.name,
          relationship: actor.relationship,
        }
      : OWN_NAMES.actor,
    category: category
      ? { ...toNode(category), name: category.name, relationship: category.relationship }
      : OWN_NAMES.category,
    fanOf: null,
  };
}

const toNode = ({ label, id, idType }: MappedNode): MappedNode => ({ label, id, idType });

function toName({ name: whole, firstName, lastName }: File['customer']): MappedName | undefined {
  if (whole !== undefined) return { name: whole };
  return firstName !== undefined && lastName !== undefined ? { firstName, lastName } : undefined;
}
