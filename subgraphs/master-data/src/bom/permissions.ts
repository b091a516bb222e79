import { needs, type Permissions } from '@machshop/server';

const read = needs('bom:read');
const edit = needs('bom:edit');
const publish = needs('bom:publish');

export const permissions: Permissions = {
  Query: { bom: read },
  Mutation: { createBom: edit, changeBom: edit, publishBom: publish, retireBom: publish },
  Bom: read,
  // a bill names its components: a union has no rule of its own
  BomLine: { '*': read, component: needs('part:read') },
  BomExplosionNode: { '*': read, component: needs('part:read') },
};
