import { readDvdrental } from '../../../src/store/dvdrental/read-dvdrental';
import { writeFiles } from '../write-files';

const TABLES = {
  'actor.csv': 'actor_id,first_name,last_name\n1,NAN,NULLSON\n',
  'category.csv': 'category_id,name\n1,Drama\n',
  'customer.csv': 'customer_id,first_name,last_name\n1,Null,Smith\n',
  'film.csv': 'film_id,title,language_id\n1,FIRST,1\n2,SECOND,1\n',
  'film_actor.csv': 'actor_id,film_id\n1,1\n',
  'film_category.csv': 'film_id,category_id\n1,1\n',
  'inventory.csv': 'inventory_id,film_id\n7,1\n8,2\n',
  'language.csv': 'language_id,name\n1,English\n',
  'rental.csv':
    'rental_id,inventory_id,customer_id,rental_date\n1,7,1,2005-05-24 22:53:30\n2,8,1,2005-05-25 22:53:30\n',
};

const read = (changes: Partial<typeof TABLES>) => readDvdrental(writeFiles({ ...TABLES, ...changes }));

describe('readDvdrental', () => {
  it('reads people with names such as Null and Nan', async () => {
    const { store } = await read({});
    expect(store.actors).toEqual([{ id: '1', firstName: 'NAN', lastName: 'NULLSON' }]);
    expect(store.customers).toEqual([{ id: '1', firstName: 'Null', lastName: 'Smith' }]);
  });

  it('refuses a rental that comes twice, as in a file that was appended to itself', async () => {
    await expect(
      read({ 'rental.csv': `${TABLES['rental.csv']}1,7,1,2005-05-24 22:53:30\n` }),
    ).rejects.toThrow('rental.csv line 4, column rental_id: duplicate id 1 (first on line 2).');
  });

  it.each(['film', 'inventory', 'customer', 'rental'] as const)(
    'refuses a table %s without rows',
    async (table) => {
      const [header] = TABLES[`${table}.csv`].split('\n');
      await expect(read({ [`${table}.csv`]: `${header}\n` })).rejects.toThrow(
        `These tables have no rows: ${table}. Export them with their data and import again.`,
      );
    },
  );

  it('names the tables and columns that a folder of CSV files lacks', async () => {
    const { 'film.csv': _film, 'rental.csv': rental, ...others } = TABLES;
    await expect(readDvdrental(writeFiles({ ...others, 'rental.csv': rental }))).rejects.toThrow(
      /has no data for film\. Add a file for each table of the store, such as film\.csv\.$/,
    );
    await expect(read({ 'film.csv': 'film_id,name\n1,FIRST\n' })).rejects.toThrow(
      'film.csv lacks the columns title; found film_id, name.',
    );
  });

  it('names the tables and columns that an SQL dump lacks', async () => {
    const dump = Object.entries(TABLES).map(([file, csv]) => {
      const [header, ...rows] = csv.trim().split('\n');
      const lines = rows.map((row) => row.replaceAll(',', '\t'));
      return [`COPY public.${file.replace('.csv', '')} (${header}) FROM stdin;`, ...lines, '\\.'].join('\n');
    });
    const readDump = (text: string) => readDvdrental(writeFiles({ 'store.sql': text }));
    expect((await readDump(dump.join('\n'))).store.films).toHaveLength(2);
    await expect(readDump(dump.slice(1).join('\n'))).rejects.toThrow(
      'store.sql has no data for actor. Create it with pg_dump, without --inserts and --schema-only.',
    );
    await expect(readDump(dump.join('\n').replace('title', 'name'))).rejects.toThrow(
      'store.sql (film) lacks the columns title; found film_id, name, language_id.',
    );
  });

  it('reads a store without actors', async () => {
    const { store } = await read({
      'actor.csv': 'actor_id,first_name,last_name\n',
      'film_actor.csv': 'actor_id,film_id\n',
    });
    expect([store.actors, store.actedIn]).toEqual([[], []]);
  });
});
