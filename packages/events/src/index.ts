export {
  type Bus,
  type BusOptions,
  connectBus,
  DEAD_LETTERS,
  EVENTS,
  ensureStreams,
  TELEMETRY,
} from './bus.ts';
export { byEntity } from './by-entity.ts';
export { type RunningConsumer, runConsumer } from './consumer.ts';
export { type DeadLetter, deadLetterSchema } from './dead-letter.ts';
export {
  type Consumer,
  type ConsumerContext,
  defineBatchConsumer,
  defineConsumer,
  defineSubjectConsumer,
  type ReadMessage,
} from './define-consumer.ts';
export {
  actorKindOf,
  type CloudEvent,
  eventSubject,
  MAX_EVENT_BYTES,
  parseEvent,
  readEnvelope,
  subjectToken,
} from './envelope.ts';
export { isInfrastructureFault } from './faults.ts';
export { type EventInput, type Recorder, recorder } from './outbox.ts';
export { type Relay, startRelay } from './relay.ts';

/** The migrations that every subgraph's schema begins with. */
export const platformMigrations = new URL('../migrations', import.meta.url).pathname;
