import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../../src/graph/graph';
import { silentProgress } from '../../../src/progress';
import { readDvdrental } from '../../../src/store/dvdrental/read-dvdrental';
import { storeContent } from '../../../src/store/store-content';
import { writeStore } from '../../../src/store/write-store';
import { openTestGraph } from '../../test-graph';
import { dataFolder, describeWithData } from '../../shared-data';
import { countStore } from '../count-store';
import { hasPostgres, startPostgres } from './start-postgres';

/** The known counts of this data set. */
const KNOWN = {
  films: 1_000,
  actors: 200,
  categories: 16,
  customers: 599,
  rentals: 16_044,
  rented: 15_828,
  actedIn: 5_462,
  ofGenre: 1_000,
  fanOf: 4_421,
};

/** The tables with the types that the PostgreSQL sample database gives them. */
const TABLES = `
  CREATE TABLE actor (actor_id int, first_name varchar(45), last_name varchar(45), last_update timestamp);
  CREATE TABLE category (category_id int, name varchar(25), last_update timestamp);
  CREATE TABLE customer (customer_id int, store_id smallint, first_name varchar(45), last_name varchar(45),
    email varchar(50), address_id smallint, activebool boolean, create_date date, last_update timestamp, active int);
  CREATE TYPE mpaa_rating AS ENUM ('G', 'PG', 'PG-13', 'R', 'NC-17');
  CREATE TABLE film (film_id int, title varchar(255), description text, release_year int, language_id smallint,
    original_language_id smallint, rental_duration smallint, rental_rate numeric(4, 2), length smallint,
    replacement_cost numeric(5, 2), rating mpaa_rating, last_update timestamp, special_features text[],
    fulltext tsvector);
  CREATE TABLE film_actor (actor_id smallint, film_id smallint, last_update timestamp);
  CREATE TABLE film_category (film_id smallint, category_id smallint, last_update timestamp);
  CREATE TABLE inventory (inventory_id int, film_id smallint, store_id smallint, last_update timestamp);
  CREATE TABLE language (language_id int, name character(20), last_update timestamp);
  CREATE TABLE rental (rental_id int, rental_date timestamp, inventory_id int, customer_id smallint,
    return_date timestamp, staff_id smallint, last_update timestamp);`;

/** A hash over all nodes and relationships of the store, in one order. */
const FINGERPRINT = `
  MATCH (thing) WHERE NOT thing:Import AND NOT thing:FilmVersion
  OPTIONAL MATCH (thing)-[way]->(other)
  WITH labels(thing)[0] AS label, properties(thing) AS own, type(way) AS type, properties(way) AS with,
    coalesce(other.filmID, other.actorID, other.categoryID) AS to
  RETURN apoc.util.md5([apoc.text.join(apoc.coll.sort(collect(apoc.convert.toJson([label, own, type, with, to]))), '\n')]) AS md5`;

describeWithData('dvdrental', 'import of the DVD rental store', () => {
  const folder = dataFolder('dvdrental');
  let graph: Graph;
  const load = async (from: string) => {
    const { name, store } = await readDvdrental(from);
    await writeStore(graph, store, { source: name, progress: silentProgress });
  };
  /** Fills the graph from CSV, unless an earlier test has done so. */
  const loadOnce = async () => {
    if ((await countStore(graph)).films === 0) await load(folder);
  };
  const fingerprint = async () => (await graph.read<{ md5: string }>(FINGERPRINT))[0].md5;
  const copy = () => {
    const target = mkdtempSync(join(tmpdir(), 'reelgraph-dvdrental-'));
    cpSync(folder, target, { recursive: true });
    execFileSync('chmod', ['-R', 'u+w', target]);
    return target;
  };

  beforeAll(async () => void (graph = await openTestGraph()));
  afterAll(() => graph.close());

  it('names a bad row by file and line before anything is written', async () => {
    await empty();
    const broken = copy();
    appendFileSync(join(broken, 'film_actor.csv'), '999,81,2006-02-15 05:05:03\n');
    await expect(load(broken)).rejects.toThrow(
      /^film_actor\.csv line 5464, column actor_id: invalid value "999", expected an id of actor\.csv/,
    );
    const header = readFileSync(join(broken, 'rental.csv'), 'utf8').split('\n')[0];
    cpSync(join(folder, 'film_actor.csv'), join(broken, 'film_actor.csv'), { force: true });
    writeFileSync(join(broken, 'rental.csv'), `${header}\n1,yesterday,367,130,,1,\n`);
    await expect(load(broken)).rejects.toThrow(
      /^rental\.csv line 2, column rental_date: invalid value "yesterday", expected seconds or milliseconds/,
    );
    expect((await countStore(graph)).films).toBe(0);
  });

  it('has the known counts from CSV, and the same graph after a second import', async () => {
    await loadOnce();
    expect(await countStore(graph)).toEqual(KNOWN);
    const first = await fingerprint();
    await load(folder);
    expect(await countStore(graph)).toEqual(KNOWN);
    expect(await fingerprint()).toBe(first);
  });

  it('writes FAN_OF relationships, and keeps two actors of the same name apart', async () => {
    await loadOnce();
    const fans = `MATCH (:Actor {firstName: 'GINA', lastName: 'DEGENERES'})<-[:FAN_OF]-(fan) RETURN count(fan) AS count`;
    const namesakes = `MATCH (actor:Actor {firstName: 'SUSAN', lastName: 'DAVIS'}) RETURN count(actor) AS count`;
    const used = `MATCH (film:Film) RETURN count(CASE WHEN EXISTS {(film)<-[:RENTED]-()} THEN 1 END) AS rented,
      count(CASE WHEN EXISTS {(film)<-[:ACTED_IN]-()} THEN 1 END) AS acted`;
    expect(await graph.read(fans)).toEqual([{ count: 71 }]);
    expect(await graph.read(namesakes)).toEqual([{ count: 2 }]);
    expect(await graph.read(used)).toEqual([{ rented: 958, acted: 997 }]);
  });

  it('completes an import that was interrupted', async () => {
    await loadOnce();
    const whole = await fingerprint();
    await graph.write('MATCH (import:Import) SET import.finishedAt = null, import.customersWritten = 0');
    await graph.write(
      'MATCH (customer:Customer) WHERE toInteger(customer.customerID) > 100 DETACH DELETE customer',
    );
    await load(folder);
    expect(await countStore(graph)).toEqual(KNOWN);
    expect(await fingerprint()).toBe(whole);
  });

  it('keeps rentals that were recorded since the import', async () => {
    const RECORD = `MATCH (:Customer {customerID: '130'})-[rented:RENTED]->(:Film {filmID: '80'})
      SET rented.times = toInteger($times), rented.lastAt = datetime($lastAt)
      RETURN rented.times AS times, toString(rented.lastAt) AS lastAt`;
    const READ = `MATCH (:Customer {customerID: '130'})-[rented:RENTED]->(:Film {filmID: '80'})
      RETURN rented.times AS times, toString(rented.lastAt) AS lastAt`;
    await loadOnce();
    const [before] = await graph.read<{ times: number; lastAt: string }>(READ);
    const recorded = { times: before.times + 1, lastAt: '2020-01-01T00:00:00Z' };
    await graph.write(RECORD, recorded);
    await load(folder);
    expect(await graph.read(READ)).toEqual([recorded]);
    await graph.write(RECORD, before);
  });

  it('creates the same graph from the archive, a live PostgreSQL and its dumps', async () => {
    await loadOnce();
    const fromCsv = await fingerprint();
    await empty();
    // Names in the archive differ in case from those in the CSV files; everything else is equal.
    await load(join(folder, 'dvdrental.tar'));
    expect(await countStore(graph)).toEqual(KNOWN);
    await empty();
    if (!hasPostgres()) return console.warn('PostgreSQL is not installed: its import was not tested.');
    const postgres = await startPostgres();
    try {
      const tables = [...TABLES.matchAll(/TABLE (\w+)/g)].map(([, table]) => table);
      await expect(load(postgres.url)).rejects.toThrow(/from PostgreSQL: relation "actor" does not exist/);
      postgres.psql(TABLES);
      for (const table of tables) {
        postgres.psql(
          `COPY ${table} FROM STDIN WITH (FORMAT csv, HEADER);\n${readFileSync(join(folder, `${table}.csv`), 'utf8')}\\.\n`,
        );
      }
      await load(postgres.url);
      expect(await countStore(graph)).toEqual(KNOWN);
      expect(await fingerprint()).toBe(fromCsv);
      const known = storeContent((await readDvdrental(folder)).store);
      for (const format of ['tar', 'directory', 'plain'] as const) {
        const { store, notes } = await readDvdrental(postgres.dump(format));
        expect(storeContent(store)).toBe(known);
        expect(notes[0].text).toMatch(format === 'plain' ? /^SQL dump/ : `in ${format} format`);
      }
      await expect(readDvdrental(postgres.dump('custom'))).rejects.toThrow(
        /custom format \(-Fc\), which only pg_restore reads.*postgres:\/\//,
      );
    } finally {
      postgres.stop();
    }
    await expect(load(postgres.url)).rejects.toThrow(/from PostgreSQL: .*Check the URL/);
  });

  const empty = () => graph.run('MATCH (node) DETACH DELETE node');
});
