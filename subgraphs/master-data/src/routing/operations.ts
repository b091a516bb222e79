import { Decimal } from '@machshop/db';
import { z } from 'zod';
import { businessKey, freeText, hashOf, name, seconds } from '../inputs.ts';
import { duplicateNumbers, MAX_INSTRUCTIONS, MAX_OPERATIONS, type OperationContent } from './routing.ts';

const operationInput = z
  .object({
    operationNumber: z.int().min(1).max(99_999),
    name,
    workCenterCode: businessKey,
    equipmentClass: businessKey.nullish(),
    personnelClass: businessKey.nullish(),
    setupSeconds: seconds,
    runSecondsPerUnit: seconds,
    sequencing: z.enum(['SEQUENTIAL', 'PARALLEL']),
    qualityCritical: z.boolean(),
    inspectionRequired: z.boolean(),
    instructions: freeText(20_000).nullish(),
  })
  .transform(
    (input): OperationContent => ({
      ...input,
      equipmentClass: input.equipmentClass ?? null,
      personnelClass: input.personnelClass ?? null,
      instructions: input.instructions ?? null,
    }),
  );

/** The operations of a routing as a client gives them: at least one, each number once, in the order of numbers. */
export const operationsInput = z
  .array(operationInput)
  .min(1)
  .max(MAX_OPERATIONS)
  .superRefine((operations, ctx) => {
    for (const twice of duplicateNumbers(operations)) {
      const index = operations.findLastIndex((operation) => operation.operationNumber === twice);
      const message = `operation ${twice} is there twice`;
      ctx.addIssue({
        code: 'custom',
        params: { code: 'DUPLICATE' },
        path: [index, 'operationNumber'],
        message,
      });
    }
    const characters = operations.reduce((sum, { instructions }) => sum + (instructions?.length ?? 0), 0);
    if (characters > MAX_INSTRUCTIONS) {
      const message = `the instructions have ${characters} characters together; at most ${MAX_INSTRUCTIONS} are allowed`;
      ctx.addIssue({ code: 'custom', params: { code: 'TOO_LONG' }, message });
    }
  })
  .transform((operations) => operations.toSorted((a, b) => a.operationNumber - b.operationNumber));

/** An operation without what only its row has; durations in their shortest form. */
export const operationContent = (row: OperationContent): OperationContent => ({
  operationNumber: row.operationNumber,
  name: row.name,
  workCenterCode: row.workCenterCode,
  equipmentClass: row.equipmentClass,
  personnelClass: row.personnelClass,
  setupSeconds: new Decimal(row.setupSeconds).toFixed(),
  runSecondsPerUnit: new Decimal(row.runSecondsPerUnit).toFixed(),
  sequencing: row.sequencing,
  qualityCritical: row.qualityCritical,
  inspectionRequired: row.inspectionRequired,
  instructions: row.instructions,
});

/** Whether two lists of operations, both in the order of numbers, are one. */
export const sameOperations = (a: readonly OperationContent[], b: readonly OperationContent[]): boolean =>
  hashOf(a.map(operationContent)) === hashOf(b.map(operationContent));
