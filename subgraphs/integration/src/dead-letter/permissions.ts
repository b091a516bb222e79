import { needs, type Permissions } from '@machshop/server';

const read = needs('deadLetter:read');
const replay = needs('deadLetter:replay');

export const permissions: Permissions = {
  Query: { deadLetter: read, deadLetters: read },
  Mutation: { replayDeadLetter: replay, discardDeadLetter: replay },
  DeadLetter: read,
};
