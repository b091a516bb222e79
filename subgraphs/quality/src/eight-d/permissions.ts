import { needs, type Permissions } from '@machshop/server';

const read = needs('nonConformance:read');
const edit = needs('nonConformance:edit');

export const permissions: Permissions = {
  Mutation: { setEightDTeam: edit, updateEightDStep: edit, completeEightDStep: edit, recordRootCause: edit },
  EightD: read,
  EightDMember: read,
  EightDStep: read,
  RootCause: read,
};
