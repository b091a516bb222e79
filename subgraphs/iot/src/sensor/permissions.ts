import { needs, type Permissions, signedIn } from '@machshop/server';

const read = needs('sensor:read');

export const permissions: Permissions = {
  Query: { sensor: read, sensors: read, latestReadings: read },
  Mutation: { configureSensor: needs('sensor:configure') },
  Sensor: read,
  Equipment: read,
  // stubs: their own subgraphs guard what is behind them
  Site: signedIn,
  User: signedIn,
  ApiClient: signedIn,
  WorkOrder: signedIn,
};
