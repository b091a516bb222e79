import { needs, type Permissions } from '@machshop/server';

const read = needs('sensor:read');

export const permissions: Permissions = {
  WorkOrderOperation: read,
  OperationReadings: read,
  OperationSensorReadings: read,
};
