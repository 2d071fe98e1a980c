import { z } from 'zod';
import { FILM_PROPERTIES } from './graph/graph-mapping';

/**
 * Names that can be quoted in Cypher. Cypher reads \\u0060 as a backtick even in quotes, and spaces at the ends are mistakes.
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
  name: property(`the full name of ${part}`).optional(),
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

/** A mapping file. */
export type MappingFile = z.infer<typeof FILE>;

/** The schema of mapping files, with the rules that JSON Schema cannot express. */
export const MAPPING_FILE = FILE.superRefine((file, context) => {
  const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (file.rented.threshold !== undefined && file.rented.rating === undefined) {
    refuse(['rented', 'threshold'], '"threshold" together with "rating", the property that it applies to');
  }
  if (file.rented.lastTime !== undefined && file.rented.time === undefined) {
    refuse(
      ['rented', 'lastTime'],
      '"lastTime" together with "time", the property with the time of the first rental',
    );
  }
  for (const key of ['times', 'rating'] as const) {
    const property = file.rented[key];
    if (property !== undefined && [file.rented.time, file.rented.lastTime].includes(property)) {
      refuse(['rented', key], 'a property other than that of the time');
    }
  }
  if (file.rented.times !== undefined && file.rented.times === file.rented.rating) {
    refuse(['rented', 'times'], 'a property other than that of the rating');
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
