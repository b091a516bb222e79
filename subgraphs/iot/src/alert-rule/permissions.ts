import { needs, type Permissions } from '@machshop/server';

const configure = needs('sensor:configure');

export const permissions: Permissions = {
  Mutation: { configureAlertRule: configure, removeAlertRule: configure },
  AlertRule: needs('alert:read'),
};
