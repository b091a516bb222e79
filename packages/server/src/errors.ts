import { GraphQLError } from 'graphql';

/** A thrown error whose text a client may read. Everything else that is thrown is masked. */
export class UserFacingError extends GraphQLError {
  constructor(code: string, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extensions } });
  }
}

/** The viewer's token does not permit it. */
export const forbidden = (permission: string): UserFacingError =>
  new UserFacingError('FORBIDDEN', `this needs the permission ${permission}`, { permission });

/** There is no token. */
export const unauthenticated = (): UserFacingError =>
  new UserFacingError('UNAUTHENTICATED', 'sign in first: send a bearer token in the Authorization header');
