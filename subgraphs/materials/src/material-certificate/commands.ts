import { newId } from '@machshop/db';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { type Context, checkInput, invalidInput, Refused } from '@machshop/server';
import { z } from 'zod';
import { creating, idTaken, name, number, optionalId, sameContent } from '../inputs.ts';
import { lockLot } from '../material-lot/lookup.ts';
import { MaterialCertificateStore } from './store.ts';
import type { MaterialCertificateRow } from './tables.ts';

const MAX_FACTS_CHARACTERS = 100_000;
const recordInput = z.object({
  id: optionalId,
  lotNumber: number,
  number,
  kind: z.enum(['MILL_TEST_REPORT', 'CERTIFICATE_OF_CONFORMANCE']),
  issuedBy: name,
  issuedAt: z.iso.date(),
  documentSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits')
    .nullish(),
  documentUrl: z
    .url({ protocol: /^(https?|s3)$/ })
    .max(2_000)
    .nullish(),
  facts: z
    .json()
    .refine((facts) => JSON.stringify(facts).length <= MAX_FACTS_CHARACTERS, 'is too large')
    .nullish(),
});

/** Records a certificate of a lot. The same id with the same content again changes nothing. */
export async function recordMaterialCertificate(ctx: Context, raw: unknown): Promise<MaterialCertificateRow> {
  const input = checkInput(recordInput, raw);
  return creating(['input', 'id'], () =>
    ctx.write(async (tx) => {
      const lot = await lockLot(ctx, tx, { lotNumber: input.lotNumber });
      const store = new MaterialCertificateStore(tx, ctx.viewer.tenantId);
      const { number, kind, issuedBy, issuedAt } = input;
      const documentSha256 = input.documentSha256 ?? null;
      const content = { lotId: lot.id, number, kind, issuedBy, issuedAt, documentSha256 };
      const [before] = input.id ? await store.byIds([input.id]) : [];
      if (before) {
        if (!sameContent(before, content)) throw idTaken(['input', 'id']);
        return before;
      }
      const others = await store.ofLots([lot.id]);
      if (others.some((one) => one.kind === kind && one.number === number)) {
        throw new Refused(
          invalidInput(
            ['input', 'number'],
            'CERTIFICATE_NUMBER_TAKEN',
            `lot ${lot.number} has a certificate ${number} already`,
          ),
        );
      }
      const row = await store.insert({
        ...content,
        id: input.id ?? newId(),
        documentUrl: input.documentUrl ?? null,
        facts: input.facts ?? null,
        recordedById: ctx.viewer.userId,
        recordedByKind: ctx.viewer.kind,
        recordedByName: ctx.viewer.username,
        recordedAt: ctx.now(),
      });
      const entity = { __typename: 'MaterialCertificate', id: row.id } as const;
      await ctx.record(tx, materialEvents['certificate.recorded'], {
        id: row.id,
        data: {
          certificate: entity,
          lot: { __typename: 'MaterialLot', id: lot.id },
          lotNumber: lot.number,
          certificateNumber: number,
          change: {
            action: 'CREATE',
            entity,
            old: null,
            new: { lotNumber: lot.number, number, kind, issuedBy, issuedAt, documentSha256 },
            reason: null,
          },
        },
      });
      return row;
    }),
  );
}
