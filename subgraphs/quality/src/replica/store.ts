import { anyOf, putNewer, type Tx } from '@machshop/db';
import { and, desc, eq, sql } from 'drizzle-orm';
import {
  type KnownEquipment,
  type KnownLot,
  type KnownOperation,
  type KnownOrder,
  type KnownPartRevision,
  type KnownSerial,
  type KnownSite,
  type KnownUser,
  knownEquipment,
  knownLots,
  knownOperations,
  knownOrders,
  knownPartRevisions,
  knownSerials,
  knownSites,
  knownUsers,
} from './tables.ts';

type New<Row> = Omit<Row, 'tenantId'>;

/** Every statement about what other domains said in one tenant. What is older than what is known changes nothing. */
export class ReplicaStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async putSite(row: New<KnownSite>): Promise<void> {
    await putNewer(this.#tx, knownSites, { ...row, tenantId: this.#tenantId });
  }

  async putUser(row: New<KnownUser>): Promise<void> {
    await putNewer(this.#tx, knownUsers, { ...row, tenantId: this.#tenantId });
  }

  async putPartRevision(row: New<KnownPartRevision>): Promise<void> {
    await putNewer(this.#tx, knownPartRevisions, { ...row, tenantId: this.#tenantId });
  }

  async putOrder(row: New<KnownOrder>): Promise<void> {
    await this.#tx
      .insert(knownOrders)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  async putOperation(row: New<KnownOperation>): Promise<void> {
    await this.#tx
      .insert(knownOperations)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  async putEquipment(row: New<KnownEquipment>): Promise<void> {
    await putNewer(this.#tx, knownEquipment, { ...row, tenantId: this.#tenantId });
  }

  async putSerial(row: New<KnownSerial>): Promise<void> {
    await this.#tx
      .insert(knownSerials)
      .values({ ...row, tenantId: this.#tenantId })
      // all of it is for ever, but not every event names the site
      .onConflictDoUpdate({
        target: knownSerials.id,
        set: { siteId: row.siteId },
        setWhere: sql`${knownSerials.siteId} is null and excluded.site_id is not null`,
      });
  }

  async putLot(row: New<KnownLot>): Promise<void> {
    await this.#tx
      .insert(knownLots)
      .values({ ...row, tenantId: this.#tenantId })
      // all of it is for ever, but not every event names the site
      .onConflictDoUpdate({
        target: knownLots.id,
        set: { siteId: row.siteId },
        setWhere: sql`${knownLots.siteId} is null and excluded.site_id is not null`,
      });
  }

  async site(id: string): Promise<KnownSite | null> {
    const [row] = await this.#tx
      .select()
      .from(knownSites)
      .where(and(eq(knownSites.tenantId, this.#tenantId), anyOf(knownSites.id, [id])));
    return row ?? null;
  }

  users(usernames: readonly string[]): Promise<KnownUser[]> {
    return this.#tx
      .select()
      .from(knownUsers)
      .where(and(eq(knownUsers.tenantId, this.#tenantId), anyOf(knownUsers.username, usernames)));
  }

  /** The revision of a part; without a revision the one that was published last. */
  async partRevision(
    part: { number: string } | { id: string },
    revision: string | null,
  ): Promise<KnownPartRevision | null> {
    const [row] = await this.#tx
      .select()
      .from(knownPartRevisions)
      .where(
        and(
          eq(knownPartRevisions.tenantId, this.#tenantId),
          'id' in part ? eq(knownPartRevisions.partId, part.id) : eq(knownPartRevisions.number, part.number),
          revision === null ? undefined : eq(knownPartRevisions.revision, revision),
        ),
      )
      .orderBy(desc(knownPartRevisions.asOf), desc(knownPartRevisions.id))
      .limit(1);
    return row ?? null;
  }

  orders(numbers: readonly string[]): Promise<KnownOrder[]> {
    return this.#tx
      .select()
      .from(knownOrders)
      .where(and(eq(knownOrders.tenantId, this.#tenantId), anyOf(knownOrders.number, numbers)));
  }

  async operation(id: string): Promise<KnownOperation | null> {
    const [row] = await this.#tx
      .select()
      .from(knownOperations)
      .where(and(eq(knownOperations.tenantId, this.#tenantId), anyOf(knownOperations.id, [id])));
    return row ?? null;
  }

  async equipment(code: string): Promise<KnownEquipment | null> {
    const [row] = await this.#tx
      .select()
      .from(knownEquipment)
      .where(and(eq(knownEquipment.tenantId, this.#tenantId), eq(knownEquipment.code, code)));
    return row ?? null;
  }

  serials(numbers: readonly string[]): Promise<KnownSerial[]> {
    return this.#tx
      .select()
      .from(knownSerials)
      .where(and(eq(knownSerials.tenantId, this.#tenantId), anyOf(knownSerials.serialNumber, numbers)));
  }

  lots(numbers: readonly string[]): Promise<KnownLot[]> {
    return this.#tx
      .select()
      .from(knownLots)
      .where(and(eq(knownLots.tenantId, this.#tenantId), anyOf(knownLots.number, numbers)));
  }
}
