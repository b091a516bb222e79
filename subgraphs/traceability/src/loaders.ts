import { type Context, inOrder } from '@machshop/server';
import { GenealogyStore } from './genealogy/store.ts';
import type { EdgeRow, NodeRow } from './genealogy/tables.ts';
import { ProcessStepStore } from './process-step/store.ts';
import type { StepRow } from './process-step/tables.ts';

export const nodeById = (ctx: Context) =>
  ctx.loader<string, NodeRow | null>('nodeById', async (tx, ids) =>
    inOrder(ids, await new GenealogyStore(tx, ctx.viewer.tenantId).nodesByIds(ids), (row) => row.id),
  );

export const edgeById = (ctx: Context) =>
  ctx.loader<string, EdgeRow | null>('edgeById', async (tx, ids) =>
    inOrder(ids, await new GenealogyStore(tx, ctx.viewer.tenantId).edgesByIds(ids), (row) => row.id),
  );

export const stepsOfSerial = (ctx: Context) =>
  ctx.loader<string, StepRow[]>('stepsOfSerial', async (tx, serialNumbers) => {
    const rows = await new ProcessStepStore(tx, ctx.viewer.tenantId).bySerialNumbers(serialNumbers);
    const bySerial = new Map<string, StepRow[]>(serialNumbers.map((number) => [number, []]));
    for (const row of rows) for (const number of row.serialNumbers) bySerial.get(number)?.push(row);
    return serialNumbers.map((number) => bySerial.get(number) as StepRow[]);
  });
