import { startSpan, type Trace } from '@machshop/telemetry';
import type { PlannedSubscription } from '../../engine-api.ts';
import { eventField, eventValue, type LiveEvent } from '../source/event.ts';
import type { EventField, EventSource } from '../source/event-fields.ts';
import { matches } from '../source/subject.ts';
import { type StreamEnd, TOO_SLOW } from './end.ts';
import type { StreamMessage } from './message.ts';
import { Slot } from './slot.ts';
import type { Origin, Subscriber } from './subscriber.ts';

/** How many messages of one stream are made at once. */
const MAX_IN_FLIGHT = 8;
/** How many events of one stream may wait to be made messages of. */
const MAX_WAITING = 1_000;
/** How many made messages are kept for those who come back. */
const MAX_KEPT = 256;
/** A present state that was read so long ago is read again. */
const MAX_STATE_AGE_MS = 1_000;

/** A source of a group: its subject with the holes filled. */
export interface FilledSource {
  readonly filter: readonly string[];
  readonly source: EventSource;
}

/** What a message is made for: an event, or somebody who subscribes and wants the present state. */
export interface Cause {
  readonly event?: LiveEvent;
  readonly trace?: Trace | undefined;
}

export interface GroupOptions {
  readonly key: string;
  readonly field: EventField;
  readonly planned: PlannedSubscription;
  readonly sources: readonly FilledSource[];
  /** The sites that its viewers are fenced to; empty for none. */
  readonly siteIds: readonly string[];
  /** Makes the message: runs what follows the event. It never rejects. */
  readonly make: (
    group: Group,
    read: (name: string) => unknown,
    sequence: number,
    cause: Cause,
  ) => Promise<StreamMessage>;
  readonly now: () => Date;
  readonly onEmpty: (group: Group) => void;
}

/** Equal subscriptions of viewers who see the same: each event becomes one message, whoever listens. */
export class Group implements Origin {
  readonly key: string;
  readonly field: EventField;
  readonly sources: readonly FilledSource[];
  readonly members = new Set<Subscriber>();
  planned: PlannedSubscription;
  readonly #options: GroupOptions;
  /** Slots of live events whose message has not been passed on, in order. */
  readonly #line: Slot[] = [];
  readonly #waiting: { readonly slot: Slot; readonly event: LiveEvent }[] = [];
  #inFlight = 0;
  readonly #kept = new Map<number, Slot>();
  #last = 0;
  #states: { readonly slots: readonly Slot[]; readonly last: number; readonly readAt: number } | undefined;

  constructor(options: GroupOptions) {
    this.#options = options;
    this.key = options.key;
    this.field = options.field;
    this.sources = options.sources;
    this.planned = options.planned;
  }

  /** Whether only the newest message of each key counts. */
  get conflates(): boolean {
    return this.field.conflate !== undefined;
  }

  /** Whether an event's message has not been passed on yet. */
  get isBusy(): boolean {
    return this.#line.length > 0;
  }

  add(subscriber: Subscriber): void {
    this.members.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    if (this.members.delete(subscriber) && this.members.size === 0) this.#options.onEmpty(this);
  }

  /** Whether events with this subject may be for it. */
  covers(subject: readonly string[]): boolean {
    return this.sources.some(({ filter }) => matches(filter, subject));
  }

  /** Whether an event is one that its viewers asked for and may see. */
  accepts(event: LiveEvent): boolean {
    return this.sources.some(
      ({ filter, source }) =>
        matches(filter, event.subject) && this.#isInside(event, source) && this.#isChosen(event, source),
    );
  }

  /** A live event. It may come once for each of the group's filters. */
  offer(event: LiveEvent): void {
    if (event.sequence === this.#last || this.members.size === 0 || !this.accepts(event)) return;
    this.#last = event.sequence;
    const slot = this.slotOf(event);
    this.#line.push(slot);
    slot.whenSettled(() => this.#advance());
  }

  /** The message of an event, made at most once while it is remembered. */
  slotOf(event: LiveEvent): Slot {
    const known = this.#kept.get(event.sequence);
    if (known) return known;
    const slot = new Slot(event.sequence, this.#keyOf(event));
    this.#kept.set(event.sequence, slot);
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(this.#kept.keys().next().value as number);
    if (this.#inFlight < MAX_IN_FLIGHT) this.#make(slot, event);
    else this.#queue(slot, event);
    return slot;
  }

  /** The present state (of each that was asked for), as of a place in the stream; shared by all who ask at about the same time. */
  states(position: number, trace?: Trace): readonly Slot[] {
    const { current } = this.field;
    if (!current) return [];
    const known = this.#states;
    const now = performance.now();
    if (known && known.last === this.#last && now - known.readAt < MAX_STATE_AGE_MS) return known.slots;
    const wanted = this.planned.args[current.argument];
    const ids = [...new Set((Array.isArray(wanted) ? wanted : [wanted]).map(String))];
    const slots = ids.map((id) => this.#stateOf(current, id, position, trace));
    this.#states = { slots, last: this.#last, readAt: now };
    return slots;
  }

  #stateOf(
    { field, typename }: NonNullable<EventField['current']>,
    id: string,
    position: number,
    trace: Trace | undefined,
  ): Slot {
    const slot = new Slot(position);
    const entity = { __typename: typename, id };
    const occurredAt = this.#options.now().toISOString();
    const read = (name: string) => {
      if (name === field) return entity;
      return name === 'occurredAt' || name === 'recordedAt' ? occurredAt : undefined;
    };
    void this.#options.make(this, read, position, { trace }).then((message) => slot.settle(message));
    return slot;
  }

  /** Ends all members. */
  end(end: StreamEnd): void {
    for (const member of [...this.members]) member.end(end);
  }

  #queue(slot: Slot, event: LiveEvent): void {
    if (this.conflates && slot.key !== undefined) {
      // nobody has begun to make the older one, and nobody will miss it
      const older = this.#waiting.findIndex((one) => one.slot.key === slot.key);
      if (older >= 0) this.#drop(this.#waiting.splice(older, 1));
    }
    this.#waiting.push({ slot, event });
    if (this.#waiting.length > MAX_WAITING) {
      // all must go before a message is left out, or one of them would miss it
      this.end(TOO_SLOW);
      this.#drop(this.#waiting.splice(0));
    }
  }

  #drop(dropped: readonly { readonly slot: Slot }[]): void {
    for (const { slot } of dropped) {
      this.#kept.delete(slot.sequence);
      slot.settle(undefined);
    }
  }

  #make(slot: Slot, event: LiveEvent): void {
    this.#inFlight += 1;
    const read = (name: string) => eventField(event, name);
    void this.#options.make(this, read, event.sequence, { event }).then((message) => {
      this.#inFlight -= 1;
      slot.settle(message);
      const next = this.#waiting.shift();
      if (next) this.#make(next.slot, next.event);
    });
  }

  #advance(): void {
    while (this.#line[0]?.settled) {
      const slot = this.#line.shift() as Slot;
      if (slot.message) this.#pass(slot, slot.message);
    }
  }

  /** One span for all who listen, in the trace of what caused the event. */
  #pass(slot: Slot, { trace }: StreamMessage): void {
    const span = trace && startSpan(`deliver ${this.field.name}`, trace, { kind: 'producer' });
    span?.set('machshop.subscribers', this.members.size);
    for (const member of this.members) member.hear(slot);
    span?.end();
  }

  #keyOf(event: LiveEvent): string | undefined {
    const { conflate } = this.field;
    return conflate && JSON.stringify(conflate.map((path) => eventValue(event, path)));
  }

  /** The fence of sites; what belongs to no site is behind it unless its source says otherwise. */
  #isInside({ siteId }: LiveEvent, source: EventSource): boolean {
    const { siteIds } = this.#options;
    if (siteIds.length === 0) return true;
    return siteId === undefined ? source.tenantWide : siteIds.includes(siteId);
  }

  #isChosen(event: LiveEvent, { filters }: EventSource): boolean {
    const { args } = this.planned;
    return filters.every(({ argument, path }) => {
      const wanted = Object.hasOwn(args, argument) ? args[argument] : undefined;
      if (wanted === undefined || wanted === null) return true;
      const value = eventValue(event, path);
      return Array.isArray(wanted) ? wanted.some((one) => isSame(one, value)) : isSame(wanted, value);
    });
  }
}

function isSame(wanted: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => isSame(wanted, one));
  if (value === null || value === undefined || typeof value === 'object') return false;
  const text = String(wanted);
  // ids are written in lower case wherever they are said
  return text === String(value) || (text.length === 36 && text.toLowerCase() === value);
}
