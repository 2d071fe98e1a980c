import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../src/graph/graph';
import type { RecordedRental } from '../../src/recommender/rentals/record-rental';
import { rentalStatements } from '../../src/recommender/rentals/rental-repository';
import { openTestGraph } from '../test-graph';
import { type Answer, createTestService, fillWithRandomEmbeddings, type TestService } from './test-service';

const RECORD = `mutation ($input: RecordRentalInput!) {
  recordRental(input: $input) {
    customer { customerId } film { filmId title } at times repeated
  }
}`;

interface RentedRow {
  firstAt: number;
  lastAt: number;
  times: number;
}

describe('recordRental', () => {
  let graph: Graph;
  let service: TestService;
  let other: TestService;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    [service, other] = [await createTestService(graph), await createTestService(graph)];
  });
  afterAll(async () => {
    await Promise.all([service.recommender.close(), other.recommender.close()]);
    await graph.close();
  });

  const record = (input: Record<string, unknown>, by = service) => by.ask(RECORD, { input });
  const rented = async (customer: string, film: string): Promise<RentedRow | undefined> => {
    const [row] = await graph.read<RentedRow>(
      `MATCH (:Customer {customerID: $customer})-[rented:RENTED]->(:Film {filmID: $film})
       RETURN rented.firstAt.epochMillis AS firstAt, rented.lastAt.epochMillis AS lastAt, rented.times AS times`,
      { customer, film },
    );
    return row;
  };
  const list = async (
    customer: string,
    options = '',
  ): Promise<{ id: string; films: string[]; scores: number[] }> => {
    const { data, errors } = await service.ask(
      `query ($customer: ID!) {
        recommendations(customer: $customer, first: 10 ${options}) { id items { score film { filmId } } }
      }`,
      { customer },
    );
    expect(errors).toEqual([]);
    const { id, items } = data.recommendations as Recommended;
    return { id, films: items.map(({ film }) => film.filmId), scores: items.map(({ score }) => score) };
  };
  const size = async () => {
    const [row] = await graph.read<{ rentals: number; keys: number }>(
      `RETURN reduce(sum = 0, times IN COLLECT { MATCH ()-[rented:RENTED]->() RETURN rented.times } | sum + times) AS rentals,
         COUNT { (:RentalKey) } AS keys`,
    );
    return row;
  };
  const refused = ({ data, errors }: Answer) => {
    expect(data).toEqual({ recordRental: null });
    return errors[0];
  };

  it('removes the film from the list and changes the state of the customer', async () => {
    const before = await list('1', 'policy: TUTORIAL');
    const [film] = before.films;
    const from = Date.now();
    const { data, errors } = await record({ customer: '1', film, idempotencyKey: 'first' });
    expect(errors).toEqual([]);
    expect(data.recordRental).toMatchObject({
      customer: { customerId: '1' },
      film: { filmId: film, title: expect.any(String) },
      times: 1,
      repeated: false,
    });
    expect(Date.parse(data.recordRental.at)).toBeGreaterThanOrEqual(from);
    const after = await list('1', 'policy: TUTORIAL');
    expect(after.films).not.toContain(film);
    const kept = before.films.slice(1).filter((id) => after.films.includes(id));
    const scoreIn = ({ films, scores }: typeof before, id: string) => scores[films.indexOf(id)];
    expect(kept.some((id) => scoreIn(before, id) !== scoreIn(after, id))).toBe(true);
  });

  it('has an effect within the same document', async () => {
    const { films } = await list('2');
    const { data, errors } = await service.ask(
      `mutation ($input: RecordRentalInput!) {
        recordRental(input: $input) { customer { recommendations(first: 80) { items { film { filmId } } } } }
      }`,
      { input: { customer: '2', film: films[0], idempotencyKey: 'same document' } },
    );
    expect(errors).toEqual([]);
    const shown = (data.recordRental.customer.recommendations as Recommended).items;
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.map(({ film }) => film.filmId)).not.toContain(films[0]);
  });

  it('records one rental for 50 concurrent calls with the same key', async () => {
    const before = await size();
    const input = { customer: '3', film: '5', idempotencyKey: 'fifty', at: '2026-01-31T20:15:00+01:00' };
    const timesBefore = (await rented('3', '5'))?.times ?? 0;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, call) => record(input, call % 2 ? service : other)),
    );
    const payloads = answers.map(({ data, errors }) => {
      expect(errors).toEqual([]);
      return data.recordRental as { at: string; times: number; repeated: boolean };
    });
    expect(payloads.filter(({ repeated }) => !repeated)).toHaveLength(1);
    for (const { at, times } of payloads) {
      expect({ at, times }).toEqual({ at: '2026-01-31T19:15:00.000Z', times: timesBefore + 1 });
    }
    expect(await size()).toEqual({ rentals: before.rentals + 1, keys: before.keys + 1 });
  });

  it('records every rental of 50 concurrent calls with different keys', async () => {
    const before = await size();
    const timesBefore = (await rented('4', '6'))?.times ?? 0;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, call) =>
        record({ customer: '4', film: '6', idempotencyKey: `own ${call}` }, call % 2 ? service : other),
      ),
    );
    for (const { errors } of answers) expect(errors).toEqual([]);
    expect((await rented('4', '6'))?.times).toBe(timesBefore + 50);
    expect(await size()).toEqual({ rentals: before.rentals + 50, keys: before.keys + 50 });
  });

  it('reads the rentals of a customer after a concurrent rental is committed', async () => {
    const { films } = await list('6');
    const recordOne = (key: string, work: () => Promise<unknown>) =>
      graph.transaction(async (run) => {
        const names = { customer: '6', film: films[0], list: null, key, call: key };
        const statements = rentalStatements(run, graph.model, names);
        await statements.claimKey();
        const times = await statements.record(Date.now(), null);
        await work();
        return times;
      });
    /** Whether a transaction waits for a lock. */
    const isBlocked = async () => {
      const [{ count }] = await graph.run<{ count: number }>(
        `SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS count`,
      );
      return count > 0;
    };
    let second: Promise<number> | undefined;
    const first = await recordOne('first', async () => {
      second ??= recordOne('second', async () => undefined);
      while (!(await isBlocked())) await wait(20);
    });
    expect([first, await second]).toEqual([1, 2]);
  });

  it('returns the recorded rental when a key is repeated, also on another replica', async () => {
    const input = { customer: '5', film: '7', idempotencyKey: 'again' };
    const { data: first } = await record(input);
    await record({ ...input, idempotencyKey: 'in between' });
    const { data: again } = await record(input, other);
    expect(again.recordRental).toEqual({ ...first.recordRental, repeated: true });
  });

  it.each([
    ['film', { film: '9' }],
    ['time', { at: '2026-01-01T00:00:00Z' }],
  ])('refuses a key that was used with another %s', async (_what, change) => {
    const input = { customer: '6', film: '8', idempotencyKey: 'changed' };
    await record(input);
    const before = await size();
    expect(refused(await record({ ...input, ...change }))).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/another rental/),
    });
    expect(await size()).toEqual(before);
  });

  it('keeps the keys of customers separate', async () => {
    const input = { film: '8', idempotencyKey: 'guessable' };
    const [first, second] = [
      await record({ ...input, customer: '14' }),
      await record({ ...input, customer: '15', film: '12' }),
    ];
    expect([first.errors, second.errors]).toEqual([[], []]);
    expect([first, second].map(({ data }) => data.recordRental.repeated)).toEqual([false, false]);
  });

  it.each([
    ['an unknown customer', () => ({ customer: 'nobody' }), 'NOT_FOUND', /customers \{ customerId \}/],
    ['an unknown film', () => ({ film: 'none' }), 'NOT_FOUND', /films \{ filmId \}/],
    ['an unknown list', () => ({ recommendationList: 'none' }), 'NOT_FOUND', /RecommendationList\.id/],
    ['an empty key', () => ({ idempotencyKey: ' ' }), 'BAD_USER_INPUT', /between 1 and 200/],
    ['a long key', () => ({ idempotencyKey: 'k'.repeat(201) }), 'BAD_USER_INPUT', /between 1 and 200/],
    [
      'a time in the future',
      () => ({ at: new Date(Date.now() + 60_000).toISOString() }),
      'BAD_USER_INPUT',
      /future/,
    ],
  ])('refuses %s and writes nothing', async (_what, change, code, message) => {
    const before = await size();
    const answer = await record({ customer: '6', film: '8', idempotencyKey: 'refused', ...change() });
    expect(refused(answer)).toEqual({ code, message: expect.stringMatching(message) });
    expect(await size()).toEqual(before);
  });

  it.each([
    ['soon', /such as 2026/],
    ['2025-02-30T00:00:00Z', /such as 2026/],
    ['0001-01-01T00:00:00Z', /before 1900/],
    ['2999-01-01T00:00:00Z', /in the future/],
  ])('refuses the time %s', async (at, message) => {
    const { errors } = await service.ask(
      `mutation { recordRental(input: { customer: "6", film: "8", idempotencyKey: "when", at: "${at}" }) { times } }`,
    );
    expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }]);
  });

  it('keeps the first and the latest of all times', async () => {
    const times = ['2025-05-02T00:00:00Z', '2025-05-01T00:00:00Z', '2025-05-03T00:00:00Z'];
    await graph.write(
      `MATCH (:Customer {customerID: '8'})-[rented:RENTED]->(:Film {filmID: '10'}) DELETE rented`,
    );
    for (const at of times) await record({ customer: '8', film: '10', at, idempotencyKey: `at ${at}` });
    expect(await rented('8', '10')).toEqual({
      firstAt: Date.parse(times[1]),
      lastAt: Date.parse(times[2]),
      times: 3,
    });
  });

  it('makes customers fans of actors of more than two films they rented, and of no others', async () => {
    const films = (count: number) =>
      graph.read<{ actor: string; films: string[] }>(
        `MATCH (actor:Actor)-[:ACTED_IN]->(film:Film)
         WITH actor, collect(film.filmID) AS films WHERE size(films) >= $count
         RETURN actor.actorID AS actor, films[0..3] AS films ORDER BY actor LIMIT 1`,
        { count },
      );
    const [{ actor, films: three }] = await films(3);
    await graph.write(`MATCH (customer:Customer {customerID: '9'})-[link:RENTED|FAN_OF]->() DELETE link`);
    const isFan = async () =>
      (
        await graph.read<{ isFan: boolean }>(
          `RETURN EXISTS {(:Customer {customerID: '9'})-[:FAN_OF]->(:Actor {actorID: $actor})} AS isFan`,
          { actor },
        )
      )[0].isFan;
    for (const [place, film] of three.entries()) {
      for (const time of [1, 2]) await record({ customer: '9', film, idempotencyKey: `fan ${film} ${time}` });
      expect(await isFan()).toBe(place === 2);
    }
    const [{ wrong }] = await graph.read<{ wrong: number }>(
      `MATCH (customer:Customer {customerID: '9'}), (actor:Actor)
       WHERE EXISTS {(customer)-[:FAN_OF]->(actor)} <> (COUNT {(customer)-[:RENTED]->()<-[:ACTED_IN]-(actor)} > 2)
       RETURN count(*) AS wrong`,
    );
    expect(wrong).toBe(0);
  });

  it('attributes a rental to its list, even if another replica served the list', async () => {
    const here = await list('10');
    const input = (id: string, film: string) => ({
      customer: '10',
      film,
      recommendationList: id,
      idempotencyKey: `came of ${id} ${film}`,
    });
    // Neither list is in the graph yet when the rental is recorded.
    for (const [by, film] of [
      [service, here.films[0]],
      [other, here.films[1]],
    ] as const) {
      expect((await record(input(here.id, film), by)).errors).toEqual([]);
    }
    const late = await list('10');
    expect((await record(input(late.id, late.films[0]), other)).errors).toEqual([]);
    const came = await graph.read<{ id: string; film: string }>(
      `MATCH (key:RentalKey {customer: '10'})-[:CAME_OF]->(list:RecommendationList)
       RETURN list.listID AS id, key.film AS film`,
    );
    expect(came).toHaveLength(3);
    expect(came).toContainEqual({ id: late.id, film: late.films[0] });
  });

  it('attributes a film to a list once, and only if the film is on it', async () => {
    const { id, films } = await list('16');
    const input = { customer: '16', recommendationList: id, film: films[0] };
    for (const idempotencyKey of ['once', 'twice']) {
      expect((await record({ ...input, idempotencyKey })).errors).toEqual([]);
    }
    const [{ attributed }] = await graph.read<{ attributed: number }>(
      'RETURN COUNT {(:RentalKey)-[:CAME_OF]->(:RecommendationList {listID: $id})} AS attributed',
      { id },
    );
    expect(attributed).toBe(1);
    const [other] = await graph.read<{ film: string }>(
      'MATCH (film:Film) WHERE NOT film.filmID IN $films RETURN film.filmID AS film LIMIT 1',
      { films },
    );
    expect(refused(await record({ ...input, film: other.film, idempotencyKey: 'not on it' }))).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/is not on the list/),
    });
  });

  it('refuses a list that was served to another customer', async () => {
    const { id, films } = await list('11');
    const answer = await record({
      customer: '12',
      film: films[0],
      recommendationList: id,
      idempotencyKey: 'not mine',
    });
    expect(refused(answer).code).toBe('NOT_FOUND');
  });

  it('notifies listeners once per rental, and ignores their errors', async () => {
    const told: RecordedRental[] = [];
    service.recommender.onRental((rental) => told.push(rental));
    const input = { customer: '13', film: '11', idempotencyKey: 'told' };
    await Promise.all([record(input), record(input), record(input, other)]);
    await record({ ...input, idempotencyKey: 'told again' });
    expect(told.filter(({ customer }) => customer === '13').length).toBeLessThanOrEqual(2);
    expect(told.at(-1)).toMatchObject({ customer: '13', film: '11', repeated: false });
  });
});

interface Recommended {
  id: string;
  items: { score: number; film: { filmId: string } }[];
}
