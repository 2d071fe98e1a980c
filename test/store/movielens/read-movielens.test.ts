import { gzipSync } from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readMovielens } from '../../../src/store/movielens/read-movielens';
import { writeFiles } from '../write-files';

const MOVIES = 'movieId,title,genres\n1,Toy Story (1995),Adventure|Comedy\n2,"Postman, The (1997)",Drama\n';
const RATINGS = 'userId,movieId,rating,timestamp\n1,1,4.5,964982703\n1,2,0.5,964982704\n2,1,5.0,964982705\n';
const TIMES = [964_982_703_000, 964_982_704_000, 964_982_705_000];

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

async function read(files: Record<string, string | Buffer>) {
  return readFrom(writeFiles(files));
}

async function readFrom(path: string) {
  const { store, notes } = await readMovielens(path);
  const genres = (film: string) =>
    store.ofGenre.filter((edge) => edge.film === film).map(({ category }) => category);
  return {
    films: store.films.map(({ id, title, releaseYear }) => [id, title, releaseYear, genres(id).join(' + ')]),
    ratings: [...store.rentals].map(({ customer, film, rating }) => [customer, film, rating]),
    times: [...store.rentals].map(({ at }) => at),
    notes: notes.map(({ kind, text }) => `${kind} ${text}`).join('\n'),
  };
}

const EXPECTED = {
  films: [
    ['1', 'Toy Story', 1995, 'Adventure + Comedy'],
    ['2', 'Postman, The', 1997, 'Drama'],
  ],
  ratings: [
    ['1', '1', 4.5],
    ['1', '2', 0.5],
    ['2', '1', 5],
  ],
  times: TIMES,
};

describe('readMovielens', () => {
  it.each<[string, Record<string, string | Buffer>]>([
    [
      'ml-latest',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS, 'tags.csv': 'userId,movieId,tag,timestamp\n' },
    ],
    [
      'CRLF and a byte order mark',
      {
        'movies.csv': `\ufeff${MOVIES}`.replaceAll('\n', '\r\n'),
        'ratings.csv': `\ufeff${RATINGS}`.replaceAll('\n', '\r\n'),
      },
    ],
    ['UTF-16, little endian', { 'movies.csv': utf16(MOVIES, 'le'), 'ratings.csv': utf16(RATINGS, 'le') }],
    ['UTF-16, big endian', { 'movies.csv': utf16(MOVIES, 'be'), 'ratings.csv': utf16(RATINGS, 'be') }],
    ['gzip', { 'movies.csv.gz': gzipSync(MOVIES), 'ratings.csv.gz': gzipSync(RATINGS) }],
    [
      'a folder in the folder',
      {
        'ml-latest/movies.csv': MOVIES,
        'ml-latest/ratings.csv': RATINGS,
        '__MACOSX/ml-latest/._ratings.csv': 'x',
        'ml-latest/.DS_Store': 'x',
      },
    ],
    [
      'other names of files and columns',
      {
        'Movie.csv': MOVIES.replace('movieId,title,genres', ' Movie ID ,Movie Title, Genre'),
        'Rating.csv': RATINGS.replace('userId,movieId,rating,timestamp', 'USER_ID, Movie_Id ,Score,Time'),
      },
    ],
    [
      'quoted headers and values',
      {
        'movies.csv':
          '"movieId","title","genres"\n"1","Toy Story (1995)","Adventure|Comedy"\n"2","Postman, The (1997)","Drama"\n',
        'ratings.csv': RATINGS.replaceAll(/[^,\n]+/g, '"$&"'),
      },
    ],
    [
      'semicolons and decimal commas',
      {
        'movies.csv': '1;Toy Story (1995);Adventure|Comedy\n2;Postman, The (1997);Drama\n'.replace(
          /^/,
          'movieId;title;genres\n',
        ),
        'ratings.csv': RATINGS.replaceAll(',', ';').replaceAll('.', ','),
      },
    ],
    [
      'quoted decimal commas',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replaceAll(/(\d)\.(\d)/g, '"$1,$2"') },
    ],
    [
      'tabs',
      {
        'movies.tsv': MOVIES.replace('"Postman, The (1997)"', 'Postman; The (1997)')
          .replaceAll(',', '\t')
          .replace(';', ','),
        'ratings.tsv': RATINGS.replaceAll(',', '\t'),
      },
    ],
    [
      'double colons',
      {
        'movies.dat': '1::Toy Story (1995)::Adventure|Comedy\n2::Postman, The (1997)::Drama\n',
        'ratings.dat': RATINGS.split('\n').slice(1).join('\n').replaceAll(',', '::'),
        'users.dat': '1::F::1::10::48067\n',
      },
    ],
    [
      'RecBole with another name of the genre column',
      {
        'x.item':
          'item_id:token\tmovie_title:token_seq\trelease_year:token\tkinds_of:token_seq\n1\tToy Story\t1995\tAdventure Comedy\n2\tPostman, The\t1997\tDrama\n',
        'x.inter':
          'user_id:token\titem_id:token\trating:float\ttimestamp:float\n1\t1\t4.5\t964982703.0\n1\t2\t0.5\t964982704\n2\t1\t5\t964982705\n',
        'x.user': 'user_id:token\n',
      },
    ],
    ['milliseconds', { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replaceAll(/(\d{9})/g, '$1000') }],
    [
      'ISO times',
      {
        'movies.csv': MOVIES,
        'ratings.csv': RATINGS.replaceAll(/(\d{9})/g, (seconds) =>
          new Date(Number(seconds) * 1_000).toISOString(),
        ),
      },
    ],
    [
      'local times',
      {
        'movies.csv': MOVIES,
        'ratings.csv': RATINGS.replaceAll(/(\d{9})/g, (seconds) =>
          new Date(Number(seconds) * 1_000).toISOString().replace('T', ' ').slice(0, 19),
        ),
      },
    ],
    [
      'day first',
      {
        'movies.csv': MOVIES,
        'ratings.csv': RATINGS.replaceAll(/9649827(\d\d)/g, (_, end) => `30/07/2000 18:45:${end}`),
      },
    ],
    [
      "Excel's line that names the delimiter, blank lines and blanks after delimiters",
      {
        'movies.csv': MOVIES,
        'ratings.csv': `sep=;\n${RATINGS.replaceAll(',', '; ').replace('\n2', '\n;;;\n   \n2')}\n\n`,
      },
    ],
    [
      'an index column and trailing delimiters',
      {
        'movies.csv': MOVIES.replaceAll(/\n(?=.)/g, ',\n'),
        'ratings.csv': RATINGS.split('\n')
          .map((line, index) => line && `${index || ''},${line}`)
          .join('\n'),
      },
    ],
    [
      'ids that pandas wrote as floats',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replaceAll(/^(\d),(\d),/gm, '$1.0,$2.0,') },
    ],
    [
      'ratings as fractions',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replaceAll(/(\d\.\d)/g, '$1/5') },
    ],
    [
      'genres as a list in brackets',
      {
        'movies.csv': MOVIES.replace('Adventure|Comedy', `"['Adventure', 'Comedy']"`).replace(
          'Drama',
          `"[{'id': 18, 'name': 'Drama'}]"`,
        ),
        'ratings.csv': RATINGS,
      },
    ],
    [
      'genres with commas',
      { 'movies.csv': MOVIES.replace('Adventure|Comedy', '"Adventure, Comedy"'), 'ratings.csv': RATINGS },
    ],
    [
      'years in a column',
      {
        'movies.csv':
          'id,name,year,genre\n1,Toy Story,1995,Adventure;Comedy\n2,"Postman, The",1997.0,Drama\n',
        'ratings.csv': RATINGS,
      },
    ],
    [
      'repeated films',
      { 'movies.csv': `${MOVIES}1,Toy Story (1995),Adventure|Comedy\n`, 'ratings.csv': RATINGS },
    ],
    ['files recognized by their headers', { 'catalog.csv': MOVIES, 'events.csv': RATINGS }],
  ])('reads %s', async (_name, files) => {
    expect(await read(files)).toMatchObject(EXPECTED);
  });

  it('reads u.data and u.item in Latin-1', async () => {
    const flags = (...genres: number[]) =>
      Array.from({ length: 19 }, (_, flag) => (genres.includes(flag) ? 1 : 0)).join('|');
    const item = `1|Misérables, Les (1995)|01-Jan-1995||http://example.com|${flags(8, 5)}\n2|unknown||||${flags(0)}\n`;
    const { films, ratings, notes } = await read({
      'u.item': Buffer.from(item, 'latin1'),
      'u.data': '196\t1\t3\t881250949\n186\t2\t3\t891717742\n',
      'u1.base': '196\t1\t3\t881250949\n',
    });
    expect(films).toEqual([
      ['1', 'Misérables, Les', 1995, 'Comedy + Drama'],
      ['2', 'unknown', undefined, ''],
    ]);
    expect(ratings).toEqual([
      ['196', '1', 3],
      ['186', '2', 3],
    ]);
    expect(notes).toContain('Read u.data (tabs, UTF-8, no header): 2 ratings');
    expect(notes).toContain('Read u.item (pipes, WINDOWS-1252, no header): 2 films');
    expect(notes).toContain('Ignored files: u1.base');
  });

  it.each([
    [
      'zip',
      `import zipfile, sys
z = zipfile.ZipFile(sys.argv[1] + '/data.zip', 'w', zipfile.ZIP_DEFLATED)
z.write(sys.argv[1] + '/movies.csv', 'ml/movies.csv'); z.write(sys.argv[1] + '/ratings.csv', 'ml/ratings.csv')
z.writestr('__MACOSX/ml/._ratings.csv', 'x'); z.close()`,
      'data.zip',
    ],
    [
      'tar.gz',
      `import tarfile, sys
t = tarfile.open(sys.argv[1] + '/data.tar.gz', 'w:gz')
t.add(sys.argv[1] + '/movies.csv', 'ml/movies.csv'); t.add(sys.argv[1] + '/ratings.csv', 'ml/ratings.csv'); t.close()`,
      'data.tar.gz',
    ],
  ])('reads a %s', async (_format, script, name) => {
    const folder = writeFiles({ 'movies.csv': MOVIES, 'ratings.csv': RATINGS });
    execFileSync('python3', ['-c', script, folder]);
    expect(await readFrom(join(folder, name))).toMatchObject(EXPECTED);
  });

  it('keeps ids unchanged, including leading zeros and letters', async () => {
    const { films, ratings } = await read({
      'movies.csv': 'movieId,title,genres\n0114709,Toy Story,Comedy\ntt7,Heat,Crime\n',
      'ratings.csv': 'userId,movieId,rating,timestamp\nana,0114709,4,964982703\n007,tt7,3,964982704\n',
    });
    expect(films.map(([id]) => id)).toEqual(['0114709', 'tt7']);
    expect(ratings).toEqual([
      ['ana', '0114709', 4],
      ['007', 'tt7', 3],
    ]);
  });

  it('ignores characters without a width in ids', async () => {
    const { ratings } = await read({
      'movies.csv': MOVIES,
      'ratings.csv': RATINGS.replace('1,1,4.5', '\u00a01,\u200b1\u200b,4.5'),
    });
    expect(ratings).toEqual(EXPECTED.ratings);
  });

  it('merges genres that differ only in case, and says so', async () => {
    const { films, notes } = await read({
      'movies.csv': MOVIES.replace('Adventure|Comedy', 'Comedy|COMEDY|Drama').replace('",Drama', '",drama'),
      'ratings.csv': RATINGS,
    });
    expect(films.map((film) => film[3])).toEqual(['Comedy + Drama', 'Drama']);
    expect(notes).toContain('separated by "|"; 2 that differ from others only in case were merged');
  });

  it('reads Null and Nan as titles, and NULL and NaN as missing values', async () => {
    const titles = async (title: string) =>
      (await read({ 'movies.csv': MOVIES.replace('Toy Story (1995)', title), 'ratings.csv': RATINGS }))
        .films[0][1];
    expect(await Promise.all(['Null', 'NAN', 'NULL', 'NaN'].map(titles))).toEqual([
      'Null',
      'NAN',
      'Film 1',
      'Film 1',
    ]);
  });

  it('places ratings without a time before the others, in the order of the file, and reports them', async () => {
    const ratings = RATINGS.replace('964982704', 'NULL').replace('964982705', '\\N');
    const { times, notes } = await read({ 'movies.csv': MOVIES, 'ratings.csv': ratings });
    expect(times).toEqual([964_982_703_000, 1_000, 2_000]);
    expect(notes).toContain(
      'Guessed ratings.csv: 2 of 3 rows have no time and take their order from the file',
    );
    const without = RATINGS.replaceAll(/,[^,\n]*$/gm, '');
    expect(await read({ 'movies.csv': MOVIES, 'ratings.csv': without })).toMatchObject({
      times: [0, 1_000, 2_000],
      ratings: EXPECTED.ratings,
    });
  });

  it('imports films that are rated but not listed, and names them', async () => {
    const { films, notes } = await read({
      'movies.csv': MOVIES,
      'ratings.csv': `${RATINGS}3,77,4,964982706\n`,
    });
    expect(films[2]).toEqual(['77', 'Film 77', undefined, '']);
    expect(notes).toContain(
      '1 films are rated but not in movies.csv; they are imported without title and genres: 77',
    );
  });

  it('names the columns that it ignores', async () => {
    const { notes } = await read({
      'movies.csv': MOVIES.replaceAll('\n', ',x\n').replace('genres,x', 'genres,imdbId'),
      'ratings.csv': RATINGS.replaceAll('\n', ',x\n').replace('timestamp,x', 'timestamp,device'),
    });
    expect(notes).toContain('Ignored columns of ratings.csv: device');
    expect(notes).toContain('Ignored columns of movies.csv: imdbId');
  });

  it.each<[string, Record<string, string | Buffer>, RegExp]>([
    [
      'a bad time',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replace('964982704', 'yesterday') },
      /^ratings\.csv line 3, column timestamp: invalid value "yesterday", expected seconds or milliseconds since 1970, or a date/,
    ],
    [
      'a time in another form',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replace('964982704', '2005-04-02') },
      /^ratings\.csv line 3, column timestamp: .*most times of this column are seconds since 1970/,
    ],
    [
      'a quote that is not closed',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replace(',2,', ',"2,') },
      /^Cannot read ratings\.csv after line 2: a double quote is not closed/,
    ],
    [
      'a bad rating',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replace('0.5', 'good') },
      /^ratings\.csv line 3, column rating: invalid value "good", expected a number such as 4, 4\.5, 4,5 or 4\/5/,
    ],
    [
      'a missing customer',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replace('\n2,', '\n,') },
      /^ratings\.csv line 4, column userId: the value is missing, expected an id/,
    ],
    [
      'ambiguous dates',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS.replaceAll(/\d{9}/g, '04/05/2005') },
      /invalid value "04\/05\/2005".*may begin with the day or the month/,
    ],
    [
      'an unquoted comma in a title',
      { 'movies.csv': MOVIES.replaceAll('"', ''), 'ratings.csv': RATINGS },
      /^movies\.csv line 3: found 4 columns, expected 3\. Enclose values/,
    ],
    [
      'a truncated line',
      { 'movies.csv': MOVIES, 'ratings.csv': `${RATINGS}3,1` },
      /^ratings\.csv line 5: found 2 columns, expected 4/,
    ],
    ['an empty file', { 'movies.csv': MOVIES, 'ratings.csv': '' }, /^ratings\.csv is empty/],
    [
      'a header without rows',
      { 'movies.csv': MOVIES, 'ratings.csv': 'userId,movieId,rating,timestamp\n' },
      /^ratings\.csv has a header and no rows/,
    ],
    [
      'films without rows',
      { 'movies.csv': 'movieId,title,genres\n', 'ratings.csv': RATINGS },
      /^movies\.csv has a header and no rows/,
    ],
    [
      'a binary file',
      { 'movies.csv': MOVIES, 'ratings.csv': Buffer.from([0, 1, 2, 3, 0, 0, 10, 44, 0, 255]) },
      /^ratings\.csv line 1: found a zero byte, so it is not a text file\./,
    ],
    [
      'a missing file',
      { 'ratings.csv': RATINGS },
      /contains no file with films: found no other files\. Expected/,
    ],
    [
      'another folder',
      { 'readme.txt': 'hello', 'a.csv': 'x,y\n1,2\n' },
      /contains no file with ratings: found .*a\.csv.*Expected a file with ratings/,
    ],
    [
      'two files with ratings',
      { 'movies.csv': MOVIES, 'ratings.csv': RATINGS, 'rating.csv': RATINGS },
      /^Several files of .* contain ratings: rating\.csv, ratings\.csv/,
    ],
    [
      'films of another data set',
      { 'movies.csv': MOVIES.replaceAll(/^(\d)/gm, '9$1'), 'ratings.csv': RATINGS },
      /^No film id of ratings\.csv \(1, 2, …\) is in movies\.csv/,
    ],
    [
      'an id with two titles',
      { 'movies.csv': `${MOVIES}1,Heat (1995),Crime\n`, 'ratings.csv': RATINGS },
      /^movies\.csv line 4, column movieId: duplicate id 1 with another title/,
    ],
    [
      'unknown columns',
      { 'movies.csv': MOVIES, 'ratings.csv': 'a,b,c\nx,y,z\n' },
      /^ratings\.csv line 1: no column for the customer and the film among a, b, c/,
    ],
    [
      'a value that is too long',
      { 'movies.csv': `${MOVIES}3,${'x'.repeat(2 ** 20 + 1)},Drama\n`, 'ratings.csv': RATINGS },
      /^movies\.csv line 4: a value has \d+ characters, the limit is/,
    ],
    [
      'a truncated zip',
      { 'data.zip': Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)]) },
      /^Cannot read .*data\.zip.*: .*Check that the file is complete/,
    ],
    [
      'a page in place of a zip',
      { 'data.zip': '<!DOCTYPE html>' },
      /data\.zip is neither a zip nor a tar archive\. Check that the download is complete\.$/,
    ],
    [
      'a row without all columns',
      { 'movies.csv': MOVIES, 'ratings.csv': `${RATINGS}3,1\n` },
      /^ratings\.csv line \d+: found 2 columns, expected 4\. Add the missing values after "1", or delete the line/,
    ],
    [
      'damaged UTF-8',
      {
        'movies.csv': Buffer.concat([
          Buffer.from(`${MOVIES}3,Amélie (2001),Drama\n4,Am`),
          Buffer.from([0xc3]),
          Buffer.from('lie (2001),Drama\n'),
        ]),
        'ratings.csv': RATINGS,
      },
      /^Cannot read movies\.csv: line 5 has a character that is not valid utf-8\. Save the file in one encoding/,
    ],
    [
      'times in two units',
      { 'movies.csv': MOVIES, 'ratings.csv': `${RATINGS}2,2,3,964982703000\n` },
      /^ratings\.csv line \d+, column timestamp: invalid value "964982703000".* most times of this column are seconds/,
    ],
  ])('refuses %s and names the place', async (_name, files, message) => {
    await expect(read(files)).rejects.toThrow(message);
  });

  it('reports ids that differ from the others, such as a total', async () => {
    const { notes } = await read({ 'movies.csv': MOVIES, 'ratings.csv': `${RATINGS}Total,1,3,964982703\n` });
    expect(notes).toMatch(/: 1 customers have an id that is not a number, unlike the others: Total$/m);
  });

  it('reports a path that does not exist', async () => {
    await expect(readFrom('/nowhere')).rejects.toThrow('Cannot open /nowhere: no such file or folder.');
  });
});
