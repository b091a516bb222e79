import { needs, type Permissions } from '@machshop/server';

const rotate = needs('signingKey:rotate');

export const permissions: Permissions = {
  Query: { signingKeys: rotate },
  Mutation: { rotateSigningKey: rotate },
  SigningKey: rotate,
};
