import type { RoleCode } from '@machshop/auth';
import { Caller } from '../caller.ts';
import type { E2ePlant, E2eTenant } from '../e2e-plant.ts';

/** Who works in the plant of the scenario, and as what. */
const ROLES = {
  planner: 'PLANNER',
  supervisor: 'PRODUCTION_SUPERVISOR',
  operator: 'OPERATOR',
  mate: 'OPERATOR',
  inspector: 'QUALITY_INSPECTOR',
  quality: 'QUALITY_ENGINEER',
  engineer: 'MANUFACTURING_ENGINEER',
  handler: 'MATERIAL_HANDLER',
  maintenance: 'MAINTENANCE_TECHNICIAN',
  auditor: 'AUDITOR',
} as const satisfies Record<string, RoleCode>;

/** Everybody with a token: the administrator, a person a role, and the ERP's program. */
export type People = Readonly<Record<keyof typeof ROLES | 'administrator' | 'erp', Caller>>;

const FIRST_PASSWORD = 'given by the administrator';
export const OWN_PASSWORD = 'a lathe, a mill and a bench';

/** A sign-in's outcome. */
interface SignedIn {
  readonly accessToken: string;
  readonly mustChangePassword: boolean;
}

/** Signs a person in at the public API. */
export async function signIn(
  plant: E2ePlant,
  tenant: E2eTenant,
  username: string,
  password: string,
): Promise<{ caller: Caller; mustChangePassword: boolean }> {
  const nobody = new Caller(plant.origin);
  const { accessToken, mustChangePassword } = await nobody.act<SignedIn>(
    'login',
    { tenant: tenant.code, username, password },
    'accessToken mustChangePassword',
  );
  return { caller: new Caller(plant.origin, username, accessToken), mustChangePassword };
}

/** The first administrator of a tenant. */
export const signInAdministrator = async (plant: E2ePlant, tenant: E2eTenant): Promise<Caller> =>
  (await signIn(plant, tenant, 'admin', tenant.adminPassword)).caller;

/**
 * Signs everybody in: the administrator makes the users, each chooses a password of their own, and the ERP is a
 * program with a secret.
 */
export async function hire(plant: E2ePlant, tenant: E2eTenant): Promise<People> {
  const administrator = await signInAdministrator(plant, tenant);
  const people = await Promise.all(
    Object.entries(ROLES).map(async ([username, role]) => {
      const user = { username, displayName: username, roles: [role], password: FIRST_PASSWORD };
      await administrator.act('createUser', user);
      const { caller } = await signIn(plant, tenant, username, FIRST_PASSWORD);
      const passwords = { oldPassword: FIRST_PASSWORD, newPassword: OWN_PASSWORD };
      await caller.act('changeOwnPassword', passwords);
      return [username, (await signIn(plant, tenant, username, OWN_PASSWORD)).caller] as const;
    }),
  );
  const erp = await signInProgram(plant, administrator, 'ERP', ['INTEGRATION']);
  return { ...Object.fromEntries(people), administrator, erp } as People;
}

/** Makes a program with a secret, and signs it in with that at the public API. */
export async function signInProgram(
  plant: E2ePlant,
  administrator: Caller,
  name: string,
  roles: readonly RoleCode[],
): Promise<Caller> {
  const { apiClient, clientSecret } = await administrator.act<{
    apiClient: { clientId: string };
    clientSecret: string;
  }>('createApiClient', { name, roles }, 'apiClient { clientId } clientSecret');
  const { accessToken } = await new Caller(plant.origin).act<{ accessToken: string }>(
    'clientLogin',
    { clientId: apiClient.clientId, clientSecret },
    'accessToken',
  );
  return new Caller(plant.origin, name, accessToken);
}
