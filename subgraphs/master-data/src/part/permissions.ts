import { needs, type Permissions } from '@machshop/server';

const read = needs('part:read');
const edit = needs('part:edit');
const publish = needs('part:publish');

export const permissions: Permissions = {
  Query: { part: read, partByNumber: read, parts: read, partRevision: read },
  Mutation: {
    createPart: edit,
    createPartRevision: edit,
    changePartRevision: edit,
    publishPartRevision: publish,
    retirePartRevision: publish,
  },
  Part: { '*': read, whereUsed: needs('bom:read'), bomExplosion: needs('bom:read') },
  PartRevision: read,
};
