import { anyOf, type Tx } from '@machshop/db';
import { and, asc, eq } from 'drizzle-orm';
import { type MaterialCertificateRow, materialCertificates } from './tables.ts';

/** Every statement about certificates of one tenant. */
export class MaterialCertificateStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<MaterialCertificateRow[]> {
    return this.#tx
      .select()
      .from(materialCertificates)
      .where(and(this.#own(), anyOf(materialCertificates.id, ids)));
  }

  /** Oldest first. */
  ofLots(ids: readonly string[]): Promise<MaterialCertificateRow[]> {
    return this.#tx
      .select()
      .from(materialCertificates)
      .where(and(this.#own(), anyOf(materialCertificates.lotId, ids)))
      .orderBy(asc(materialCertificates.issuedAt), asc(materialCertificates.id));
  }

  async hasAny(lotId: string): Promise<boolean> {
    const rows = await this.#tx
      .select({ id: materialCertificates.id })
      .from(materialCertificates)
      .where(and(this.#own(), eq(materialCertificates.lotId, lotId)))
      .limit(1);
    return rows.length > 0;
  }

  /** Throws a violation of `material_certificates_number_key` or `material_certificates_pkey`. */
  async insert(row: Omit<MaterialCertificateRow, 'tenantId'>): Promise<MaterialCertificateRow> {
    const [saved] = await this.#tx
      .insert(materialCertificates)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as MaterialCertificateRow;
  }

  #own() {
    return eq(materialCertificates.tenantId, this.#tenantId);
  }
}
