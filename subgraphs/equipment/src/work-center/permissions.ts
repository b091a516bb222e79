import { needs, type Permissions } from '@machshop/server';

const read = needs('equipment:read');
const edit = needs('equipment:edit');

export const permissions: Permissions = {
  Query: { workCenter: read, workCenterByCode: read, workCenters: read },
  Mutation: { createWorkCenter: edit, changeWorkCenter: edit },
  WorkCenter: read,
};
