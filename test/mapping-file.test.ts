import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMappingFile } from '../src/mapping-file';
import { mappingSchema } from '../src/mapping-file-schema';

const ROOT = join(__dirname, '..');
const EXAMPLE = join(ROOT, 'examples', 'own-graph', 'reelgraph.config.json');
const FOLDER = mkdtempSync(join(tmpdir(), 'reelgraph-mapping-'));
const FILE = join(FOLDER, 'reelgraph.config.json');

/** Writes a mapping file with a change to the example. */
function write(change: (example: Record<string, Record<string, unknown>>) => unknown): string {
  const example = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Record<string, Record<string, unknown>>;
  writeFileSync(FILE, JSON.stringify(change(example) ?? example));
  return FILE;
}

const messageOf = (file: string): string => {
  try {
    readMappingFile(file);
  } catch (error) {
    return (error as Error).message.replaceAll(FILE, 'FILE');
  }
  return 'accepted';
};

describe('the mapping file', () => {
  it('is described by reelgraph.schema.json', () => {
    const published = readFileSync(join(ROOT, 'reelgraph.schema.json'), 'utf8');
    expect(JSON.parse(published)).toEqual(mappingSchema());
  });

  it('is not needed', () => {
    expect(readMappingFile(undefined)).toBeUndefined();
  });

  it('provides all names of the graph', () => {
    expect(readMappingFile(EXAMPLE)).toMatchObject({
      film: { label: 'Movie', id: 'movieId', title: 'title', rating: null },
      rented: { type: 'RATED', time: 'timestamp', lastTime: null, threshold: 3 },
      actor: { relationship: { type: 'ACTED_IN', direction: 'toFilm' } },
      fanOf: null,
    });
  });

  it.each<[string, (example: Record<string, Record<string, unknown>>) => unknown, string]>([
    [
      'a missing part',
      ({ film: _, ...rest }) => rest,
      'Invalid FILE: film is missing: expected an object that names films: "label", "id", "title" and optional properties.',
    ],
    [
      'a missing title',
      ({ film: { title: _, ...film }, ...rest }) => ({ ...rest, film }),
      'Invalid FILE: film.title is missing: expected the property with the title of films.',
    ],
    [
      'a number as a label',
      (example) => void (example.film.label = 5),
      'Invalid FILE: film.label is 5: expected the label of films.',
    ],
    [
      'an empty label',
      (example) => void (example.film.label = ' '),
      'Invalid FILE: film.label is " ": expected the label of films, without backslashes, control characters and spaces at its ends.',
    ],
    ...['Mo\\u0060vie', 'Mo\u0000vie', 'Mo\nvie', 'Movie '].map(
      (label): [string, (example: Record<string, Record<string, unknown>>) => unknown, string] => [
        `the label ${JSON.stringify(label)}`,
        (example) => void (example.film.label = label),
        `Invalid FILE: film.label is ${JSON.stringify(label)}: expected the label of films, without backslashes`,
      ],
    ),
    [
      'one property for the time and the rating',
      (example) => void (example.rented.rating = 'timestamp'),
      'Invalid FILE: rented.rating is "timestamp": expected a property other than that of the time.',
    ],
    [
      'a last time without a time',
      (example) => {
        delete example.rented.time;
        example.rented.lastTime = 'timestamp';
      },
      'Invalid FILE: rented.lastTime is "timestamp": expected "lastTime" together with "time"',
    ],
    [
      'an unknown key',
      (example) => void (example.rented.treshold = 3),
      'Invalid FILE: rented.treshold is unknown: expected one of "type", "time", "lastTime", "times", "rating", "threshold", "timeFormat".',
    ],
    [
      'a threshold as text',
      (example) => void (example.rented.threshold = '3'),
      'Invalid FILE: rented.threshold is "3": expected a number: lower ratings do not count as rentals; default: all ratings count.',
    ],
    [
      'a threshold without a rating',
      (example) => void delete example.rented.rating,
      'Invalid FILE: rented.threshold is 3: expected "threshold" together with "rating", the property that it applies to.',
    ],
    [
      'a wrong direction',
      (example) => void ((example.actor.relationship as Record<string, string>).direction = 'IN'),
      'Invalid FILE: actor.relationship.direction is "IN": expected "toFilm" if the relationship points to the film, "fromFilm" if it points away from it.',
    ],
    [
      'two forms of a name',
      (example) => void (example.customer.firstName = 'first'),
      'either "name", or both "firstName" and "lastName".',
    ],
    [
      'an actor without a name',
      ({ actor: { name: _, ...actor }, ...rest }) => ({ ...rest, actor }),
      'either "name", or both "firstName" and "lastName".',
    ],
    [
      'one label for two parts',
      (example) => void (example.customer.label = 'Movie'),
      'Invalid FILE: customer.label is "Movie": expected a label that "film.label" does not have.',
    ],
    ['a list', () => [], 'Invalid FILE: the file is []: expected an object.'],
  ])('is refused with %s', (_case, change, message) => {
    expect(messageOf(write(change))).toContain(message);
  });

  it('is refused with the line and column of a syntax error', () => {
    writeFileSync(FILE, '{\n  "film": {,\n}');
    expect(messageOf(FILE)).toMatch(/^Invalid FILE: line 2, column 12: expected JSON/);
  });

  it('is refused if it does not exist', () => {
    expect(messageOf(join(FOLDER, 'none.json'))).toMatch(/no such file\. Set REELGRAPH_CONFIG to the path/);
    expect(messageOf(FOLDER)).toMatch(/it is a folder/);
  });
});
