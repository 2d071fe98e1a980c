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

  it('shows this customer, whatever is asked for', async () => {
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

  it('tells nothing of others by filters', async () => {
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

  it('opens this customer’s recommendations and nobody else’s, known or unknown', async () => {
    const document = `query ($customer: ID!) {
      recommendations(customer: $customer, policy: POPULARITY) { customer { customerId lastName } items { film { title } } }
    }`;
    const { recommendations } = await seen(document, { customer: '7' });
    expect(recommendations.customer).toEqual({ customerId: '7', lastName: expect.any(String) });
    expect(recommendations.items).toHaveLength(5);
    for (const other of ['8', 'nobody']) {
      const { data, errors } = await service.ask(document, { customer: other }, customer);
      expect(data).toEqual({ recommendations: null });
      expect(errors).toEqual([{ code: 'FORBIDDEN', message: expect.stringMatching(/this customer only/) }]);
    }
  });

  it('of an analyst shows all customers without names, recommendations too', async () => {
    const { customers } = await seen(
      '{ customers(limit: 100) { customerId rented { title } recommendations(policy: POPULARITY) { items { film { title } } customer { customerId } } } }',
      {},
      analyst,
    );
    expect(customers).toHaveLength(SMALL_STORE.customers);
    expect(customers[3].recommendations.customer).toEqual({ customerId: customers[3].customerId });
  });

  it('is not needed for films and what is recommended for films', async () => {
    const data = await seen(
      `{ films(limit: 2) { title actors { lastName } categories { name } }
         recommendationsFor(films: ["1"], policy: POPULARITY) { items { film { title } reasons { text } } } }`,
      {},
      { role: 'anonymous' },
    );
    expect(data.recommendationsFor.items).toHaveLength(5);
  });

  it('keeps the other fields of an operation open where one is refused', async () => {
    const { data, errors } = await service.ask('{ films(limit: 1) { filmId } agent { step } }', {}, customer);
    // Agent is not nullable, so nothing of the whole answer is left.
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        code: 'FORBIDDEN',
        message: "Query.agent is for the roles analyst, trainer, admin; the token's role is customer.",
      },
    ]);
  });
});

describe('a value that would make no sense to the graph', () => {
  let graph: Graph;
  let service: TestService;
  beforeAll(async () => {
    graph = await openTestGraph();
    service = await createTestService(graph);
  });
  afterAll(() => graph.close());

  it.each([
    ['{ films(limit: 0) { title } }', 'limit is 0; it takes a whole number from 1.'],
    ['{ films(offset: -1) { title } }', 'offset is -1; it takes a whole number from 0.'],
    [
      '{ films(where: { title: null }) { title } }',
      'where.title is null; it takes conditions, or is left out.',
    ],
    [
      '{ films(where: { actorsConnection: { some: { OR: [] } } }) { title } }',
      'where.actorsConnection.some.OR is empty; it takes conditions, or is left out.',
    ],
    [
      '{ filmsConnection { one: totalCount two: totalCount } }',
      'FilmsConnection.totalCount can be selected under one name only. Leave the other alias out.',
    ],
    [
      '{ filmsConnection { edges { cursor node { __typename title @skip(if: true) } } } }',
      'Select a field of Film beside __typename.',
    ],
    [
      '{ customers(where: { rentedConnection: { some: { edge: { lastAt: { gt: "now" } } } } }) { customerId } }',
      'where.rentedConnection.some.edge.lastAt.gt is "now"; it takes a time such as 2026-01-31T12:00:00Z.',
    ],
  ])('is refused: %s', async (document, message) => {
    const { errors } = await service.ask(document);
    expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message }]);
  });
});
