import {
  bootstrapTenant,
  createDemoLogins,
  type DemoLogin,
} from '../../../../subgraphs/auth/src/bootstrap.ts';
import { authServices } from '../../../../subgraphs/auth/src/services.ts';
import type { StartSettings } from '../env.ts';
import type { Plant } from './plant.ts';

export interface FirstStart {
  readonly tenantId: string;
  readonly siteId: string;
  readonly adminUsername: string;
  /** At the very first start only. */
  readonly adminPassword: string | null;
  readonly demoPassword: string;
  readonly demoLogins: readonly DemoLogin[];
}

/** The first site of a tenant. */
export const SITE = { code: 'SITE-001', name: 'Main plant', timeZone: 'UTC' };

/** Makes the tenant with its first administrator, and the demo plant's log-ins where it is wanted. */
export async function prepareTenant(
  plant: Pick<Plant, 'running' | 'secret'>,
  settings: Pick<StartSettings, 'MACHSHOP_TENANT' | 'MACHSHOP_DEMO' | 'MACHSHOP_DEMO_PASSWORD'>,
): Promise<FirstStart> {
  const auth = plant.running.get('auth');
  if (!auth) throw new Error('there is no auth subgraph');
  const { hasher } = authServices(auth.services);
  const now = () => new Date();
  const code = settings.MACHSHOP_TENANT;
  const name = code === 'demo' ? 'MachShop demo plant' : code;
  const made = await bootstrapTenant({ db: auth.db, hasher, now, tenant: { code, name }, site: SITE });
  const demoPassword = settings.MACHSHOP_DEMO_PASSWORD ?? plant.secret('demo-password').slice(0, 16);
  const demoLogins =
    settings.MACHSHOP_DEMO === '1'
      ? await createDemoLogins({ db: auth.db, hasher, now, tenantId: made.tenantId, password: demoPassword })
      : [];
  return { ...made, demoPassword, demoLogins };
}
