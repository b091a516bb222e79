import { needs, type Permissions } from '@machshop/server';

const read = needs('sensor:read');

export const permissions: Permissions = {
  Mutation: { configureEquipmentState: needs('sensor:configure') },
  EquipmentStateRule: read,
  StateMeaning: read,
};
