import { needs, type Permissions } from '@machshop/server';

const read = needs('certificate:read');

export const permissions: Permissions = {
  Query: { materialCertificate: read },
  Mutation: { recordMaterialCertificate: needs('certificate:record') },
  MaterialCertificate: read,
};
