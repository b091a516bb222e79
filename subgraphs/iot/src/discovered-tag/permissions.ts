import { needs, type Permissions } from '@machshop/server';

const read = needs('sensor:read');
const configure = needs('sensor:configure');

export const permissions: Permissions = {
  Query: { discoveredTags: read },
  Mutation: { approveDiscoveredTag: configure, ignoreDiscoveredTag: configure },
  DiscoveredTag: read,
};
