import {
  type Context,
  checkInput,
  illegalTransition,
  occurredAtOf,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { number, occurredAt, reason } from '../inputs.ts';
import { lockSerial } from '../material-transaction/consume.ts';
import { checkSerial } from '../quality-hold/quality-hold.ts';
import { changeSerial, completePiece } from './serial-events.ts';
import { maySerialBecome } from './serialized-part.ts';
import type { SerializedPartRow } from './tables.ts';

const completeInput = z.object({ serialNumber: number, occurredAt });
const scrapInput = z.object({ serialNumber: number, reason, occurredAt });

/** The piece is through its work. One that is already changes nothing. */
export async function completeSerial(ctx: Context, raw: unknown): Promise<SerializedPartRow> {
  const input = checkInput(completeInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  return ctx.write(async (tx) => {
    const serial = await lockSerial(ctx, tx, input.serialNumber);
    if (serial.status === 'SCRAPPED') {
      throw new Refused(illegalTransition(serial.serialNumber, serial.status, 'COMPLETED'));
    }
    // one that is complete already changes nothing, held or not
    if (serial.status === 'IN_PROCESS') await checkSerial(tx, serial, 'USE', ['input', 'serialNumber']);
    return completePiece(ctx, tx, serial, null, at);
  });
}

/** The piece is of no use any more. One that is scrapped already changes nothing. */
export async function scrapSerial(ctx: Context, raw: unknown): Promise<SerializedPartRow> {
  const input = checkInput(scrapInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  return ctx.write(async (tx) => {
    const serial = await lockSerial(ctx, tx, input.serialNumber);
    if (serial.status === 'SCRAPPED') return serial;
    if (serial.status === 'ASSEMBLED') {
      throw new Refused(
        ruleViolation('IN_ASSEMBLY', `${serial.serialNumber} is in another piece: remove it first`, [
          'input',
          'serialNumber',
        ]),
      );
    }
    if (!maySerialBecome(serial.status, 'SCRAPPED')) {
      throw new Refused(illegalTransition(serial.serialNumber, serial.status, 'SCRAPPED'));
    }
    return changeSerial(ctx, tx, serial, 'SCRAPPED', input.reason, at);
  });
}
