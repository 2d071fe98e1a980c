import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { AppError } from './app-error';
import {
  FILM_PROPERTIES,
  type GraphMapping,
  type MappedName,
  type MappedNode,
  OWN_NAMES,
} from './graph/graph-mapping';
import { MAPPING_FILE, type MappingFile, mappingSchema } from './mapping-file-schema';

/** The default file in the working folder, if REELGRAPH_CONFIG is unset. */
const DEFAULT_PATH = 'reelgraph.config.json';

/**
 * Reads the mapping file.
 * @param path REELGRAPH_CONFIG; default: reelgraph.config.json in the working folder, if it exists
 * @returns undefined without a file
 * @throws AppError CANNOT_START that names the file and, for each error, the JSON path, the value and the expected
 * value
 */
export function readMappingFile(path: string | undefined): GraphMapping | undefined {
  const file = path ?? DEFAULT_PATH;
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

function parse(file: string, text: string): MappingFile {
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
  const parsed = MAPPING_FILE.safeParse(json);
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

function toMapping({ film, customer, rented, actor, category }: MappingFile): GraphMapping {
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

function toName({ name: whole, firstName, lastName }: MappingFile['customer']): MappedName | undefined {
  if (whole !== undefined) return { name: whole };
  return firstName !== undefined && lastName !== undefined ? { firstName, lastName } : undefined;
}
