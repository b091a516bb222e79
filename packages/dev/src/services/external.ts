import postgres from 'postgres';
import { probeNats } from './nats-probe.ts';
import { ServiceProblem } from './problem.ts';

/** The oldest PostgreSQL that the migrations are written for. */
const OLDEST_POSTGRES = 15;
const CONNECT_LIMIT_SECONDS = 10;

/** The URL without its password, for sentences. */
export function withoutPassword(url: string): string {
  try {
    const shown = new URL(url);
    if (shown.password) shown.password = '***';
    return shown.href;
  } catch {
    return '(not a URL)';
  }
}

/** @throws ServiceProblem when the PostgreSQL behind DATABASE_URL cannot be used */
export async function checkDatabase(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new ServiceProblem('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  let version: number;
  const sql = postgres(url, { max: 1, connect_timeout: CONNECT_LIMIT_SECONDS, onnotice: () => {} });
  try {
    const [row] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int / 10000 as version`;
    version = row?.version ?? 0;
  } catch (error) {
    const why =
      error instanceof AggregateError
        ? (error.errors[0]?.message ?? error.message)
        : String((error as Error).message);
    throw new ServiceProblem(
      `The database at DATABASE_URL (${withoutPassword(url)}) does not answer: ${why}.`,
    );
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
  if (version < OLDEST_POSTGRES) {
    throw new ServiceProblem(
      `The database at DATABASE_URL is PostgreSQL ${version}: ${OLDEST_POSTGRES} or newer is needed.`,
    );
  }
}

/** @throws ServiceProblem when none of the servers of NATS_URL (a list by commas) can be used */
export async function checkNats(urls: string): Promise<void> {
  const failures: string[] = [];
  for (const url of urls.split(',').map((one) => one.trim())) {
    try {
      const full = url.includes('://') ? url : `nats://${url}`;
      const info = await probeNats(full);
      if (info.jetstream) return;
      failures.push(`${withoutPassword(full)} has JetStream switched off`);
    } catch (error) {
      failures.push(`${withoutPassword(url)}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new ServiceProblem(`The NATS server at NATS_URL cannot be used (${failures.join('; ')}).`);
}
