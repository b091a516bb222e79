import { can, type Permission } from '@machshop/auth';
import { type Context, forbidden } from '@machshop/server';
import { changing } from '../history/commands.ts';
import { type MasterDataDocument, readDocument } from './document.ts';
import { importDocument } from './import.ts';
import type { ImportResult } from './plan.ts';

const NEEDED: Readonly<Record<Exclude<keyof MasterDataDocument, 'reason'>, readonly Permission[]>> = {
  parts: ['part:edit', 'part:publish'],
  materials: ['material:edit'],
  customers: ['customer:edit'],
  boms: ['bom:edit', 'bom:publish'],
  routings: ['routing:edit', 'routing:publish'],
};

/** Imports a document, all or none of it; importing it again changes nothing. */
export async function importMasterData(ctx: Context, raw: unknown): Promise<ImportResult> {
  const given = raw as Readonly<Record<string, readonly unknown[] | null | undefined>>;
  for (const [list, permissions] of Object.entries(NEEDED)) {
    const missing = permissions.find((permission) => !can(ctx.viewer, permission));
    if (missing && (given[list]?.length ?? 0) > 0) throw forbidden(missing);
  }
  const document = readDocument(raw);
  return changing(ctx, (tx) => importDocument(ctx, tx, document));
}
