import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../../src/graph/graph';
import { silentProgress } from '../../../src/progress';
import { importDvdrental } from '../../../src/store/dvdrental/import-dvdrental';
import { openTestGraph } from '../../test-graph';
import { dataFolder, describeWithData } from '../../shared-data';
import { countStore } from '../count-store';
import { hasPostgres, startPostgres } from './start-postgres';

/** Known of this data set. */
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

/** Everything of the store, one row a thing, in one order. */
const FINGERPRINT = `
  MATCH (thing) WHERE NOT thing:Import
  OPTIONAL MATCH (thing)-[way]->(other)
  WITH labels(thing)[0] AS label, properties(thing) AS own, type(way) AS type, properties(way) AS with,
    coalesce(other.filmID, other.actorID, other.categoryID) AS to
  RETURN apoc.util.md5([apoc.text.join(apoc.coll.sort(collect(apoc.convert.toJson([label, own, type, with, to]))), '\n')]) AS md5`;

describeWithData('dvdrental', 'import of the DVD rental store', () => {
  const folder = dataFolder('dvdrental');
  let graph: Graph;
  const load = (from: string) => importDvdrental(graph, { from, progress: silentProgress });
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
    const broken = copy();
    appendFileSync(join(broken, 'film_actor.csv'), '999,81,2006-02-15 05:05:03\n');
    await expect(load(broken)).rejects.toThrow(
      /^film_actor\.csv line 5464: actor_id 999 is not in actor\.csv/,
    );
    const header = readFileSync(join(broken, 'rental.csv'), 'utf8').split('\n')[0];
    cpSync(join(folder, 'film_actor.csv'), join(broken, 'film_actor.csv'), { force: true });
    writeFileSync(join(broken, 'rental.csv'), `${header}\n1,yesterday,367,130,,1,\n`);
    await expect(load(broken)).rejects.toThrow(/^rental\.csv line 2: rental_date is yesterday/);
    await expect(load(tmpdir())).rejects.toThrow('The file actor.csv is missing.');
    await expect(load('/nowhere')).rejects.toThrow('There is no folder and no zip at /nowhere.');
    expect((await countStore(graph)).films).toBe(0);
  });

  it('has the known answers from CSV, and imported twice the same', async () => {
    await load(folder);
    expect(await countStore(graph)).toEqual(KNOWN);
    const first = await fingerprint();
    await load(folder);
    expect(await countStore(graph)).toEqual(KNOWN);
    expect(await fingerprint()).toBe(first);
  });

  it('knows who is a fan of whom, and that two actors share a name', async () => {
    const fans = `MATCH (:Actor {firstName: 'GINA', lastName: 'DEGENERES'})<-[:FAN_OF]-(fan) RETURN count(fan) AS count`;
    const namesakes = `MATCH (actor:Actor {firstName: 'SUSAN', lastName: 'DAVIS'}) RETURN count(actor) AS count`;
    const used = `MATCH (film:Film) RETURN count(CASE WHEN EXISTS {(film)<-[:RENTED]-()} THEN 1 END) AS rented,
      count(CASE WHEN EXISTS {(film)<-[:ACTED_IN]-()} THEN 1 END) AS acted`;
    expect(await graph.read(fans)).toEqual([{ count: 71 }]);
    expect(await graph.read(namesakes)).toEqual([{ count: 2 }]);
    expect(await graph.read(used)).toEqual([{ rented: 958, acted: 997 }]);
  });

  it('goes on with an import that was cut off', async () => {
    const whole = await fingerprint();
    await graph.write('MATCH (import:Import) SET import.finishedAt = null');
    await graph.write(
      'MATCH (customer:Customer) WHERE toInteger(customer.customerID) > 100 DETACH DELETE customer',
    );
    await load(folder);
    expect(await countStore(graph)).toEqual(KNOWN);
    expect(await fingerprint()).toBe(whole);
  });

  it('reads the same from a zip and from a live PostgreSQL', async () => {
    const fromCsv = await fingerprint();
    const zip = join(mkdtempSync(join(tmpdir(), 'reelgraph-zip-')), 'dvdrental.zip');
    const archive = `import shutil, sys; shutil.make_archive(sys.argv[1][:-4], 'zip', sys.argv[2])`;
    execFileSync('python3', ['-c', archive, zip, folder]);
    await empty();
    await load(zip);
    expect(await fingerprint()).toBe(fromCsv);
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
      await empty();
      await load(postgres.url);
      expect(await countStore(graph)).toEqual(KNOWN);
      expect(await fingerprint()).toBe(fromCsv);
    } finally {
      postgres.stop();
    }
    await expect(load(postgres.url)).rejects.toThrow(/from PostgreSQL: .*Check the URL/);
  });

  const empty = () => graph.run('MATCH (node) DETACH DELETE node');
});
