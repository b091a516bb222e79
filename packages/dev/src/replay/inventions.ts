import type { PlannedOrder, PlannedPart, PlannedSerial } from './plan-types.ts';

/** Where raw material is kept. */
export const RAW_LOCATION = 'RAW-STORE';
/** How long putting one assembly together takes. */
export const ASSEMBLY_MINUTES = 10;
/** From the last piece's machine to the bench. */
export const WAY_TO_BENCH_MINUTES = 5;

/** What the sentences below name. */
export interface InventedFor {
  readonly parts: readonly PlannedPart[];
  readonly orders: readonly PlannedOrder[];
  readonly serials: readonly PlannedSerial[];
  readonly releasedMs: number;
}

/** Every fact that each plan makes up, with why it is needed. */
export function inventions({ parts, orders, serials, releasedMs }: InventedFor): string[] {
  const assembly = parts.at(-1)?.number ?? '';
  return [
    'Time zone: the recorded times end in Z and are taken as UTC; no file says where the clocks stood',
    'Identity of the pieces: the n-th recording of every operation is taken for piece n; no recording names a serial',
    `Serial numbers ${serials[0]?.number} and so on: the recordings number the pieces of each part from 1, and a serial is unique in the plant`,
    'Part tracking SERIAL and unit EA (one piece): the recordings number the pieces',
    'Set-up time 0 of every operation: setting up is not told from waiting in the recordings',
    'Operators: no recording names a person; each step is done by a log-in of the role that may do it',
    'Every recorded piece is reported good: no recording says otherwise, and inspections are not played',
    `Raw material (one raw piece each, its lots, suppliers' lots and location ${RAW_LOCATION}): no file says what the parts were cut from`,
    `Orders ${orders.map((order) => order.number).join(', ')}, the ERP's schedule with its priorities and dates: the recordings know pieces only`,
    `Schedule, receipt of lots and release on ${new Date(releasedMs).toISOString().slice(0, 10)}, the day before the first recording: they have to come first`,
    `Assembly ${assembly} revision A, of one piece of each part with the same number, ${ASSEMBLY_MINUTES} minutes on a bench, ${WAY_TO_BENCH_MINUTES} minutes after its last piece is done: that the parts make one assembly is known, putting them together is not recorded`,
  ];
}
