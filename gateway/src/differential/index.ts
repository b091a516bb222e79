export { type Answer, comparable, refusedAs } from './answers.ts';
export { type GeneratedOperation, type OperationOptions, operations, type ValueSlot } from './operations.ts';
