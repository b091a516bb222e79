import { needs, type Permissions } from '@machshop/server';

const read = needs('sensor:read');

export const permissions: Permissions = {
  Query: { exportSensorReadings: read },
  SensorReading: read,
  SensorReadings: read,
  ReadingWindow: read,
  ReadingGap: read,
  SensorStatistics: read,
  SensorReadingExport: read,
};
