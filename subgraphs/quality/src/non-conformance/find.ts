import { Decimal } from '@machshop/db';
import { type Context, invalidInput, Refused } from '@machshop/server';
import { equipmentOf, operationOf, orderOf, settled, siteOf, usersOf } from '../replica/lookup.ts';
import type { KnownEquipment, KnownOperation, KnownOrder, KnownSite, KnownUser } from '../replica/tables.ts';
import { type AffectedInput, type Suspect, suspectsOf } from './affected.ts';

/** What names things that other domains know. */
export interface NamingInput extends AffectedInput {
  readonly partNumber?: string | null | undefined;
  readonly quantity?: { readonly value: string; readonly unit: string } | null | undefined;
  readonly siteId?: string | null | undefined;
  readonly workOrderNumber?: string | null | undefined;
  readonly operationId?: string | null | undefined;
  readonly equipmentCode?: string | null | undefined;
  readonly detectedBy?: string | null | undefined;
}

/** What was found of what the request names. */
export interface Found {
  readonly suspects: readonly Suspect[];
  readonly order: KnownOrder | null;
  readonly operation: KnownOperation | null;
  readonly machine: KnownEquipment | null;
  /** Null: who says so. */
  readonly finder: KnownUser | null;
  readonly site: KnownSite;
  readonly definition: Suspect['definition'];
  readonly revision: string | null;
  readonly partRevisionId: string | null;
  readonly quantity: { readonly value: string; readonly unit: string };
}

/**
 * Finds what a request names, and what follows from it: the site, the part, how much.
 * @throws Refused with what is missing
 */
export async function find(ctx: Context, input: NamingInput): Promise<Found> {
  const suspects = await suspectsOf(ctx, input);
  const operation = input.operationId ? await operationOf(ctx, input.operationId) : null;
  const orderNumber = input.workOrderNumber ?? operation?.workOrderNumber ?? null;
  const order = orderNumber ? await orderOf(ctx, orderNumber) : null;
  if (operation && order && operation.workOrderId !== order.id) {
    throw new Refused(
      invalidInput(
        ['input', 'operationId'],
        'OPERATION_OF_OTHER_ORDER',
        `the operation is of ${operation.workOrderNumber}`,
      ),
    );
  }
  const machine = input.equipmentCode ? await equipmentOf(ctx, input.equipmentCode) : null;
  const siteId =
    input.siteId ??
    order?.siteId ??
    machine?.siteId ??
    suspects.find((suspect) => suspect.siteId)?.siteId ??
    null;
  if (!siteId) {
    throw new Refused(invalidInput(['input', 'siteId'], 'SITE_MISSING', 'say at which site it was found'));
  }
  const what = await definitionOf(ctx, input, suspects, order);
  const quantity = input.quantity ?? sum(suspects);
  const [finder = null] = input.detectedBy
    ? await usersOf(ctx, [input.detectedBy], () => ['input', 'detectedBy'])
    : [];
  return { suspects, order, operation, machine, finder, site: await siteOf(ctx, siteId), ...what, quantity };
}

async function definitionOf(
  ctx: Context,
  input: NamingInput,
  [first]: readonly Suspect[],
  order: KnownOrder | null,
): Promise<Pick<Found, 'definition' | 'revision' | 'partRevisionId'>> {
  const path = ['input', 'partNumber'];
  const known = first ?? (order && ofOrder(order));
  if (known?.definition.type === 'Material') {
    return { definition: known.definition, revision: null, partRevisionId: null };
  }
  if (!known && !input.partNumber) {
    throw new Refused(invalidInput(path, 'NOTHING_AFFECTED', 'say which piece, lot, order or part it is'));
  }
  const key = known ? { id: known.definition.id } : { number: input.partNumber as string };
  const part = await settled(
    ctx,
    (store) => store.partRevision(key, known?.revision ?? null),
    (seen) => seen !== null,
  );
  if (!known && !part) {
    throw new Refused(invalidInput(path, 'NOT_FOUND', `there is no published part ${input.partNumber}`));
  }
  return {
    definition: known?.definition ?? {
      type: 'Part',
      id: part?.partId as string,
      number: part?.number as string,
    },
    revision: known?.revision ?? part?.revision ?? null,
    partRevisionId: part?.id ?? null,
  };
}

const ofOrder = (order: KnownOrder): Pick<Suspect, 'definition' | 'revision'> => ({
  definition: { type: 'Part', id: order.partId, number: order.partNumber },
  revision: order.revision,
});

function sum(suspects: readonly Suspect[]): { value: string; unit: string } {
  const [first] = suspects;
  if (!first || suspects.some((suspect) => suspect.unit !== first.unit)) {
    throw new Refused(
      invalidInput(['input', 'quantity'], 'QUANTITY_MISSING', 'say how much does not conform'),
    );
  }
  const value = suspects.reduce((total, { quantity }) => total.plus(quantity), new Decimal(0));
  return { value: value.toFixed(), unit: first.unit };
}
