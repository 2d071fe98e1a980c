import { connectGraph } from '../../src/graph/connect-graph';
import { startBoltProxy } from '../faults/bolt-proxy';
import { testGraphAddress } from '../test-graph';

describe('connectGraph', () => {
  const startProxy = async () => {
    const { uri, ...user } = testGraphAddress();
    const proxy = await startBoltProxy(Number(new URL(uri).port));
    proxy.set('refuse');
    return { proxy, address: { ...user, uri: `bolt://127.0.0.1:${proxy.port}` } };
  };

  it('waits for a graph that is not up yet, and reports each attempt', async () => {
    const { proxy, address } = await startProxy();
    const waited: number[] = [];
    const graph = await connectGraph(address, {
      seconds: 60,
      onWait: (seconds, { message }) => {
        waited.push(seconds);
        expect(message).toMatch(/did not respond.*NEO4J_URI/);
        if (waited.length === 2) proxy.set('pass');
      },
    });
    expect(waited.length).toBeGreaterThanOrEqual(2);
    expect(await graph.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    await graph.close();
    proxy.close();
  });

  it('gives up after the given time, or at once without one', async () => {
    const { proxy, address } = await startProxy();
    const onWait = jest.fn();
    await expect(connectGraph(address, { seconds: 2, onWait })).rejects.toMatchObject({
      code: 'CANNOT_START',
      message: expect.stringMatching(/did not respond for \d+ seconds\..*GRAPH_WAIT_SECONDS/),
    });
    expect(onWait).toHaveBeenCalled();
    onWait.mockClear();
    await expect(connectGraph(address, { onWait })).rejects.toMatchObject({ code: 'CANNOT_START' });
    expect(onWait).not.toHaveBeenCalled();
    proxy.close();
  });

  it('does not wait if the password is wrong', async () => {
    const onWait = jest.fn();
    await expect(
      connectGraph({ ...testGraphAddress(), password: 'not the password' }, { seconds: 60, onWait }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/rejects the password of user neo4j/) });
    expect(onWait).not.toHaveBeenCalled();
  });
});
