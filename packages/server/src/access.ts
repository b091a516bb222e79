import type { Permission } from '@machshop/auth';

/** What a rule asks for, as far as a gateway can know it from the token alone. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'permission'; readonly permission: Permission }
  /** The permission, or to be the owner, which only the subgraph can see. */
  | { readonly kind: 'owner'; readonly permission: Permission };

const known = new WeakMap<object, Access>();

/** Remembers what a rule asks for. */
export function withAccess<R extends object>(rule: R, access: Access): R {
  known.set(rule, access);
  return rule;
}

/** What a rule asks for; undefined for a rule that was not made here. */
export const accessOf = (rule: object): Access | undefined => known.get(rule);
