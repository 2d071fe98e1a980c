import { PAGE, requireInteger } from '../../require-number';
import type { QueryResolvers, SystemResolvers } from '../resolvers-types.generated';

/** Query.system. Each field is read only if it is selected. */
export const system: QueryResolvers['system'] = () => ({}) as never;

export const System: SystemResolvers = {
  counts: (_system, _arguments, { recommender }) => recommender.system.counts(),
  rentalDays: (_system, _arguments, { recommender }) => recommender.system.rentalDays(),
  impressionDays: (_system, _arguments, { recommender }) => recommender.system.impressionDays(),
  dataIssues: (_system, _arguments, { recommender }) => recommender.system.dataIssues(),
  events: (_system, { first }, { recommender }) => {
    requireInteger('first', first, { ...PAGE, max: 200 });
    return recommender.events.recent(first).map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
  },
  versions: async (_system, _arguments, { recommender }) => {
    const { neo4j, edition, gds } = await recommender.system.versions();
    const { name, version } = recommender.engine;
    return { engine: name, engineVersion: version, node: process.versions.node, neo4j, edition, gds };
  },
};
