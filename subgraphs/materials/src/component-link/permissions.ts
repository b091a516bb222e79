import { needs, type Permissions } from '@machshop/server';

const assemble = needs('serial:assemble');

export const permissions: Permissions = {
  Mutation: { assembleSerial: assemble, assembleSerials: assemble, removeSerial: assemble },
  ComponentLink: needs('serial:read'),
};
