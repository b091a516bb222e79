export type { Credentials } from './credentials.ts';
export {
  accepted,
  type GraphQLAnswerError,
  PlantError,
  PlantUnreachable,
  type Refusal,
  Refused,
} from './errors.ts';
export * from './generated/operations.ts';
export type { Message, WatchOptions } from './live.ts';
export { connect, type Operation, Plant, type PlantOptions, type RunOptions } from './plant.ts';
