import { needs, type Permissions } from '@machshop/server';

const read = needs('nonConformance:read');

export const permissions: Permissions = {
  Query: { correctiveAction: read, correctiveActions: read },
  Mutation: {
    planCorrectiveAction: needs('nonConformance:edit'),
    implementCorrectiveAction: needs('correctiveAction:implement'),
    verifyCorrectiveAction: needs('correctiveAction:verify'),
  },
  CorrectiveAction: read,
};
