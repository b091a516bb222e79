import type { Viewer } from '@machshop/auth';
import type { Identity } from '../engine-api.ts';
import { REVOKED_FOR_MS, Revocations } from './revocations.ts';
import type { LiveEvent } from './source/event.ts';
import { type StreamEnd, TOKEN_EXPIRED } from './stream/end.ts';
import type { EventLog } from './stream/event-log.ts';
import { viewerOf } from './viewer.ts';

/** A connection of somebody who signed in. */
export interface LiveSession {
  readonly identity: Identity;
  /** Ends everything on the connection. */
  end(end: StreamEnd): void;
}

/** How often it is looked whose token has expired. */
const SWEEP_MS = 5_000;
/** A token says only the second in which it was made: whoever has to get a new one gets it in a later one. */
const NEXT_SECOND_MS = 1_000;
const AUTH_EVENTS = 'mes.*.auth.>';

/** Who is connected, and for how long that is all right. */
export class Sessions {
  readonly #sessions = new Set<LiveSession>();
  readonly #revocations = new Revocations();
  readonly #now: () => Date;
  readonly #timer: NodeJS.Timeout;
  #scheduled = false;

  constructor(now: () => Date) {
    this.#now = now;
    this.#timer = setInterval(() => this.#sweep(), SWEEP_MS);
    this.#timer.unref();
  }

  /** Learns what happened before this gateway ran: a token may be older than it. */
  async begin(log: EventLog): Promise<void> {
    const { position } = log;
    const since = new Date(this.#now().getTime() - REVOKED_FOR_MS);
    let from = await log.sequenceAt(since);
    while (from < position) {
      const stored = await log.next(from, AUTH_EVENTS);
      if (!stored) return;
      if (stored.event) this.#revocations.learn(stored.event);
      from = stored.sequence;
    }
  }

  /** Why this caller may not listen; undefined when it may. */
  refusalOf(identity: Identity): StreamEnd | undefined {
    const viewer = viewerOf(identity);
    if (!viewer) return undefined;
    return this.#isExpired(viewer) ? TOKEN_EXPIRED : this.#revocations.refusalOf(viewer);
  }

  add(session: LiveSession): void {
    this.#sessions.add(session);
  }

  delete(session: LiveSession): void {
    this.#sessions.delete(session);
  }

  /** An event of the auth subgraph. */
  learn(event: LiveEvent): void {
    if (!this.#revocations.learn(event) || this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      this.#enforce();
    }, NEXT_SECOND_MS).unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #sweep(): void {
    this.#revocations.sweep(this.#now().getTime());
    this.#enforce();
  }

  #enforce(): void {
    for (const session of [...this.#sessions]) {
      const end = this.refusalOf(session.identity);
      if (end) session.end(end);
    }
  }

  #isExpired({ expiresAt }: Viewer): boolean {
    return expiresAt !== null && expiresAt * 1000 <= this.#now().getTime();
  }
}
