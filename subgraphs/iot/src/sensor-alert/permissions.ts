import { needs, type Permissions } from '@machshop/server';

const read = needs('alert:read');
const acknowledge = needs('alert:acknowledge');

export const permissions: Permissions = {
  Query: { sensorAlert: read, sensorAlerts: read },
  Mutation: { acknowledgeSensorAlert: acknowledge, escalateSensorAlert: acknowledge },
  SensorAlert: read,
};
