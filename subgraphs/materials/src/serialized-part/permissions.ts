import { needs, type Permissions } from '@machshop/server';

const read = needs('serial:read');

export const permissions: Permissions = {
  Query: { serializedPart: read, serializedPartBySerialNumber: read, serializedParts: read },
  Mutation: {
    createSerials: needs('serial:create'),
    completeSerial: needs('operation:complete'),
    scrapSerial: needs('serial:scrap'),
  },
  SerializedPart: read,
};
