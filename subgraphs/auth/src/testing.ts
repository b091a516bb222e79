import { TokenVerifier, type Viewer } from '@machshop/auth';
import { createLogger } from '@machshop/telemetry';
import { startTestPlant, type TestPlant } from '@machshop/testing';
import { type Bootstrapped, bootstrapTenant, createDemoLogins } from './bootstrap.ts';
import { type AuthServices, authServices } from './services.ts';
import { subgraph } from './subgraph.ts';

export const DEMO_PASSWORD = 'four lathes and a mill';

export interface ErrorAnswer {
  code: string;
  message: string;
  path: string[];
  retryAt?: string;
}

export interface SignInAnswer {
  accessToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshToken: string | null;
  mustChangePassword: boolean | null;
  viewer: { username: string; roles: string[]; permissions: string[]; tenant: { code: string } } | null;
  errors: ErrorAnswer[];
}

const SIGNED_IN = `accessToken accessTokenExpiresAt refreshToken mustChangePassword
  viewer { username roles permissions tenant { code } }
  errors { code message path ... on SignInLockedError { retryAt } }`;

/** The auth subgraph at work with a tenant, demo log-ins, a clock and its logs, for tests. */
export interface AuthPlant {
  plant: TestPlant;
  services: AuthServices;
  tenant: Bootstrapped;
  logs: string[];
  now(): Date;
  pass(ms: number): void;
  /** From an address that no other call uses, unless one is given. */
  login(username: string, password: string, more?: { tenant?: string; from?: string }): Promise<SignInAnswer>;
  refresh(refreshToken: string, from?: string): Promise<SignInAnswer>;
  /** Signs in and answers the viewer of the token. */
  viewer(username: string, password?: string): Promise<Viewer>;
  viewerOf(accessToken: string): Promise<Viewer>;
  /** Runs a mutation of one input and answers its payload. */
  change<T = { errors: ErrorAnswer[] }>(
    viewer: Viewer | undefined,
    field: string,
    input: object,
    fields?: string,
  ): Promise<T>;
  makeTenant(code: string): Promise<Bootstrapped>;
  close(): Promise<void>;
}

const stranger = (clientIp: string): Viewer => ({
  kind: 'ANONYMOUS',
  tenantId: '00000000-0000-0000-0000-000000000000',
  userId: '00000000-0000-0000-0000-000000000000',
  username: 'anonymous',
  roles: [],
  permissions: new Set(),
  siteIds: [],
  sessionId: null,
  expiresAt: null,
  token: null,
  clientIp,
});

/** Starts it; the clock stands still until it is told to pass. */
export async function startAuthPlant(): Promise<AuthPlant> {
  let time = Date.parse('2026-03-02T06:00:00.000Z');
  let address = 0;
  const now = () => new Date(time);
  const logs: string[] = [];
  const log = createLogger('test', 'trace', { write: (line) => void logs.push(line) });
  const plant = await startTestPlant({ subgraphs: [subgraph], now, log });
  const running = plant.running.get('auth');
  if (!running) throw new Error('auth does not run');
  const { db } = running;
  const services = authServices(running.services);
  const makeTenant = (code: string) =>
    bootstrapTenant({
      db,
      hasher: services.hasher,
      now,
      tenant: { code, name: code },
      site: { code: 'DET', name: 'Detroit', timeZone: 'America/Detroit' },
    });
  const tenant = await makeTenant('ACME');
  await createDemoLogins({
    db,
    hasher: services.hasher,
    now,
    tenantId: tenant.tenantId,
    password: DEMO_PASSWORD,
  });
  const verifier = new TokenVerifier(services.keys, now);
  const viewerOf = (token: string) => verifier.verify(token, '10.9.9.9');
  const signIn = async (field: string, type: string, input: object, from: string) =>
    (
      await plant.run<Record<string, SignInAnswer>>(
        'auth',
        stranger(from),
        `mutation ($input: ${type}!) { ${field}(input: $input) { ${SIGNED_IN} } }`,
        { input },
      )
    )[field] as SignInAnswer;
  const login: AuthPlant['login'] = (username, password, more = {}) => {
    address += 1;
    const from = more.from ?? `10.1.${address >> 8}.${address & 255}`;
    const input = { username, password, ...(more.tenant ? { tenant: more.tenant } : { tenant: 'ACME' }) };
    return signIn('login', 'LoginInput', input, from);
  };
  return {
    plant,
    services,
    tenant,
    logs,
    now,
    pass: (ms) => {
      time += ms;
    },
    login,
    refresh: (refreshToken, from = '10.2.0.1') => signIn('refresh', 'RefreshInput', { refreshToken }, from),
    viewerOf,
    async viewer(username, password = DEMO_PASSWORD) {
      const { accessToken, errors } = await login(username, password);
      if (!accessToken) throw new Error(errors.map(({ message }) => message).join('; '));
      return viewerOf(accessToken);
    },
    async change(viewer, field, input, fields = '') {
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
      const answer = await plant.run<Record<string, never>>(
        'auth',
        viewer,
        `mutation ($input: ${type}) { ${field}(input: $input) { ${fields} errors { code message path } } }`,
        { input },
      );
      return answer[field] as never;
    },
    makeTenant,
    close: () => plant.close(),
  };
}
