import { needs, type Permissions } from '@machshop/server';

const read = needs('material:read');
const edit = needs('material:edit');

export const permissions: Permissions = {
  Query: { material: read, materialByCode: read, materials: read },
  Mutation: { createMaterial: edit, changeMaterial: edit, publishMaterial: edit, retireMaterial: edit },
  Material: { '*': read, whereUsed: needs('bom:read') },
};
