import type { Graph } from '../../../src/graph/graph';
import type { Viewer } from '../../../src/graphql/access/viewer';
import { silentProgress } from '../../../src/progress';
import { importSample } from '../../../src/store/sample/import-sample';
import { openTestGraph } from '../../test-graph';
import { createTestService, SMALL_STORE, type TestService } from '../test-service';

describe('a customer’s token', () => {
  let graph: Graph;
  let service: TestService;
  let others: { customerId: string; firstName: string; lastName: string }[];
  const customer: Viewer = { role: 'customer', customerId: '7' };
  const analyst: Viewer = { role: 'analyst' };

  beforeAll(async () => {
    graph = await openTestGraph();
    await importSample(graph, { ...SMALL_STORE, progress: silentProgress });
    service = await createTestService(graph);
    const { data } = await service.ask('{ customers(limit: 100) { customerId firstName lastName } }');
    others = data.customers.filter(({ customerId }: { customerId: string }) => customerId !== '7');
  });
  afterAll(() => graph.close());

  const seen = async (document: string, variables?: Record<string, unknown>, viewer: Viewer = customer) => {
    const { data, errors } = await service.ask(document, variables, viewer);
    expect(errors).toEqual([]);
    return data;
  };

  it('shows only this customer', async () => {
    expect(others).toHaveLength(SMALL_STORE.customers - 1);
    const { customers } = await seen('{ customers { customerId firstName rented { title } } }');
    expect(customers).toEqual([
      { customerId: '7', firstName: expect.any(String), rented: expect.arrayContaining([expect.anything()]) },
    ]);
    const { customersConnection } = await seen(
      '{ customersConnection { totalCount edges { node { customerId } } aggregate { count { nodes } node { lastName { longest shortest } } } } }',
    );
    const own = await graph.read<{ name: string }>(
      `MATCH (customer:Customer {customerID: '7'}) RETURN customer.lastName AS name`,
    );
    expect(customersConnection).toEqual({
      totalCount: 1,
      edges: [{ node: { customerId: '7' } }],
      aggregate: {
        count: { nodes: 1 },
        node: { lastName: { longest: own[0].name, shortest: own[0].name } },
      },
    });
  });

  it('reveals nothing about others by filters', async () => {
    for (const { customerId, firstName, lastName } of others.slice(0, 5)) {
      for (const where of [
        { customerId: { eq: customerId } },
        { customerId: { eq: customerId }, firstName: { eq: firstName } },
        {
          OR: [{ lastName: { eq: lastName } }, { NOT: { customerId: { eq: '7' } } }],
          NOT: { customerId: { eq: '7' } },
        },
        { NOT: { customerId: { eq: '7' } }, rented: { some: { NOT: { filmId: { eq: 'none' } } } } },
      ]) {
        const data = await seen(
          'query ($where: CustomerWhere) { customers(where: $where) { customerId } customersConnection(where: $where) { totalCount aggregate { count { nodes } } } }',
          { where },
        );
        expect(data).toEqual({
          customers: [],
          customersConnection: { totalCount: 0, aggregate: { count: { nodes: 0 } } },
        });
      }
    }
  });

  it('opens the recommendations of this customer only', async () => {
    const document = `query ($customer: ID!) {
      recommendations(customer: $customer, policy: POPULARITY) { customer { customerId lastName } items { film { title } } }
    }`;
    const { recommendations } = await seen(document, { customer: '7' });
    expect(recommendations.customer).toEqual({ customerId: '7', lastName: expect.any(String) });
    expect(recommendations.items).toHaveLength(5);
    for (const other of ['8', 'nobody']) {
      const { data, errors } = await service.ask(document, { customer: other }, customer);
      expect(data).toEqual({ recommendations: null });
      expect(errors).toEqual([
        { code: 'FORBIDDEN', message: expect.stringMatching(/limited to the customer in the token/) },
      ]);
    }
  });

  it('of an analyst shows all customers and their recommendations without names', async () => {
    const { customers } = await seen(
      '{ customers(limit: 100) { customerId rented { title } recommendations(policy: POPULARITY) { items { film { title } } customer { customerId } } } }',
      {},
      analyst,
    );
    expect(customers).toHaveLength(SMALL_STORE.customers);
    expect(customers[3].recommendations.customer).toEqual({ customerId: customers[3].customerId });
  });

  it('is not needed for films and recommendations for films', async () => {
    const data = await seen(
      `{ films(limit: 2) { title actors { lastName } categories { name } }
         recommendationsFor(films: ["1"], policy: POPULARITY) { items { film { title } reasons { text } } } }`,
      {},
      { role: 'anonymous' },
    );
    expect(data.recommendationsFor.items).toHaveLength(5);
  });

  it('leaves the other fields of an operation open if one is refused', async () => {
    const { data, errors } = await service.ask('{ films(limit: 1) { filmId } agent { step } }', {}, customer);
    // Agent is not nullable, so the whole response is null.
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        code: 'FORBIDDEN',
        message: 'Query.agent requires one of the roles: analyst, trainer, admin. Your role is customer.',
      },
    ]);
  });
});

describe('a value that the graph cannot evaluate', () => {
  let graph: Graph;
  let service: TestService;
  beforeAll(async () => {
    graph = await openTestGraph();
    service = await createTestService(graph);
  });
  afterAll(() => graph.close());

  it.each([
    [
      '{ films(limit: 0) { title } }',
      'Invalid limit 0: expected an integer between 1 and 200. Fetch more in several pages.',
    ],
    [
      '{ films(limit: 1000) { title } }',
      'Invalid limit 1000: expected an integer between 1 and 200. Fetch more in several pages.',
    ],
    [
      '{ films { actorsConnection(first: 1001) { totalCount } } }',
      'Invalid first 1001: expected an integer between 1 and 1000. Fetch more in several pages.',
    ],
    ['{ films(offset: -1) { title } }', 'Invalid offset -1: expected an integer ≥ 0.'],
    ...['arrayconnection:-5', 'arrayconnection:99999999999999999999', 'arrayconnection:x', 'film:1', ''].map(
      (cursor) => [
        `{ filmsConnection(after: "${btoa(cursor)}") { totalCount } }`,
        `Invalid cursor "${btoa(cursor)}": expected the endCursor of the previous page.`,
      ],
    ),
    [
      '{ films(where: { title: null }) { title } }',
      'Invalid where.title null: expected conditions. Omit it instead.',
    ],
    [
      '{ films(where: { actorsConnection: { some: { OR: [] } } }) { title } }',
      'Invalid where.actorsConnection.some.OR []: expected at least one condition.',
    ],
    [
      '{ films(where: { actorsConnection: { aggregate: { node: { firstName: { shortestLength: { in: [1] } } } } } }) { title } }',
      'where.actorsConnection.aggregate.node.firstName.shortestLength.in is not supported. Use OR with eq instead.',
    ],
    [
      '{ filmsConnection { one: totalCount two: totalCount } }',
      'Select FilmsConnection.totalCount only once, under one alias.',
    ],
    [
      '{ filmsConnection { edges { cursor node { __typename title @skip(if: true) } } } }',
      'Select at least one field of Film other than __typename.',
    ],
    [
      '{ customers(where: { rentedConnection: { some: { edge: { lastAt: { gt: "2026-02-30" } } } } }) { customerId } }',
      'Invalid where.rentedConnection.some.edge.lastAt.gt "2026-02-30": expected a date that exists, such as 2026-01-31T12:00:00Z.',
    ],
  ])('is refused: %s', async (document, message) => {
    const { errors } = await service.ask(document);
    expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message }]);
  });
});
