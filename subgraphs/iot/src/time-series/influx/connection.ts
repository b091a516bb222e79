import { canRetryHttpCall, HttpError, InfluxDB, setLogger } from '@influxdata/influxdb-client';
import { BucketsAPI, OrgsAPI, TasksAPI } from '@influxdata/influxdb-client-apis';

/** Where InfluxDB is, and who asks. */
export interface InfluxOptions {
  readonly url: string;
  readonly token: string;
  readonly org: string;
  readonly timeoutMs?: number;
  /** In place of a timer: for tests. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/**
 * InfluxDB is away, busy, or not set up for us. `code` tells consumers that it is no fault of the message: they
 * wait and try again, and nothing becomes a dead letter of it.
 */
export class InfluxUnavailable extends Error {
  readonly code = 'SERVICE_UNAVAILABLE';
  constructor(doing: string, cause: unknown) {
    super(`InfluxDB: ${doing}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'InfluxUnavailable';
  }
}

/** InfluxDB understood the request and refuses it. */
export class InfluxRefused extends Error {
  readonly status: number;
  constructor(doing: string, cause: HttpError) {
    super(`InfluxDB: ${doing}: ${cause.statusCode} ${cause.message}`, { cause });
    this.name = 'InfluxRefused';
    this.status = cause.statusCode;
  }
}

interface FailedRow {
  readonly error: string;
}

const TIMEOUT_MS = 10_000;
const TRIES = 4;
const FIRST_WAIT_MS = 250;
/** A server that asks for a longer pause gets it by the consumer's own pauses. */
const MAX_WAIT_MS = 5_000;
/** The token or the organization is wrong: the operator's to mend. */
const NOT_SET_UP = new Set([401, 403, 404]);

/** The requests to one InfluxDB, by its own client; retries are ours, so that a write is over when it returns. */
export class InfluxConnection {
  readonly org: string;
  readonly #influx: InfluxDB;
  readonly #sleep: (ms: number) => Promise<void>;

  constructor(options: InfluxOptions) {
    this.org = options.org;
    this.#sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    // it writes to the console by itself; what fails is thrown, and told by who catches it
    setLogger({ error() {}, warn() {} });
    const { url, token } = options;
    this.#influx = new InfluxDB({ url, token, timeout: options.timeoutMs ?? TIMEOUT_MS });
  }

  /** Writes lines of the line protocol with nanosecond times; returns when they are in. */
  async write(bucket: string, lines: readonly string[]): Promise<void> {
    await this.#persistently(`writing ${lines.length} lines to ${bucket}`, async () => {
      const api = this.#influx.getWriteApi(this.org, bucket, 'ns', {
        // one request for one flush, tried once: batches and retries are made here
        batchSize: lines.length + 1,
        maxBatchBytes: Number.MAX_SAFE_INTEGER,
        flushInterval: 0,
        maxRetries: 0,
        gzipThreshold: 1_000,
      });
      api.writeRecords([...lines]);
      await api.flush();
      await api.close();
    });
  }

  /**
   * Rows of a Flux query, all of them: of an answer that was cut within nothing is used.
   * @throws InfluxUnavailable where it is away, busy or not set up for us, or fails while it answers; InfluxRefused
   *   where it does not take the query
   */
  query<Row extends object>(flux: string): Promise<Row[]> {
    return this.#persistently('a query', async () => {
      const rows = await this.#influx.getQueryApi(this.org).collectRows<Row>(flux);
      // what fails after the status 200 was sent comes as a table of its own
      const failed = rows.find((row): row is Row & FailedRow => 'error' in row && 'reference' in row);
      if (failed) throw new InfluxUnavailable('a query', new Error(failed.error));
      return rows;
    });
  }

  /** The id of the organization. */
  async orgId(): Promise<string> {
    const found = await this.#persistently('finding the organization', () =>
      new OrgsAPI(this.#influx).getOrgs({ org: this.org }),
    );
    const id = found.orgs?.[0]?.id;
    if (!id) throw new InfluxUnavailable('finding the organization', new Error(`there is no ${this.org}`));
    return id;
  }

  /** Makes the bucket, or gives it this retention. */
  async ensureBucket(orgID: string, name: string, everySeconds: number): Promise<void> {
    const api = new BucketsAPI(this.#influx);
    await this.#persistently(`preparing bucket ${name}`, async () => {
      const found = (await api.getBuckets({ orgID, name })).buckets?.[0];
      const retentionRules = [{ type: 'expire' as const, everySeconds }];
      if (!found) await api.postBuckets({ body: { orgID, name, retentionRules } });
      else if (found.id && found.retentionRules[0]?.everySeconds !== everySeconds)
        await api.patchBucketsID({ bucketID: found.id, body: { retentionRules } });
    });
  }

  /** Makes the task, or gives it this text. */
  async ensureTask(orgID: string, name: string, flux: string): Promise<void> {
    const api = new TasksAPI(this.#influx);
    await this.#persistently(`preparing task ${name}`, async () => {
      const found = (await api.getTasks({ orgID, name })).tasks?.[0];
      if (!found) await api.postTasks({ body: { orgID, flux } });
      else if (found.flux !== flux) await api.patchTasksID({ taskID: found.id, body: { flux } });
    });
  }

  async #persistently<T>(doing: string, work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof InfluxUnavailable) throw error;
        const status = error instanceof HttpError ? error.statusCode : null;
        if (status !== null && NOT_SET_UP.has(status)) throw new InfluxUnavailable(doing, error);
        if (!canRetryHttpCall(error)) {
          if (error instanceof HttpError && error.statusCode < 500) throw new InfluxRefused(doing, error);
          throw new InfluxUnavailable(doing, error);
        }
        const asked = error instanceof HttpError ? error.retryAfter() * 1000 : 0;
        if (attempt >= TRIES || asked > MAX_WAIT_MS) throw new InfluxUnavailable(doing, error);
        await this.#sleep(asked > 0 ? asked : FIRST_WAIT_MS * 2 ** (attempt - 1));
      }
    }
  }
}
