import { needs, type Permissions, signedIn } from '@machshop/server';

const read = needs('site:read');
const edit = needs('site:edit');

export const permissions: Permissions = {
  Query: { site: read, siteByCode: read, sites: read },
  Mutation: { createSite: edit, changeSite: edit },
  // every other subgraph's objects lead here
  Site: signedIn,
};
