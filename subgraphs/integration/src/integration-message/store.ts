import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, desc, eq, exists, getTableColumns, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Direction, MessageKind, MessageState } from './integration-message.ts';
import {
  type IntegrationMessageRow,
  integrationMessages,
  type MessageContentRow,
  type MessageWorkOrderRow,
  messageContents,
  messageWorkOrders,
} from './tables.ts';

export interface MessageFilter {
  direction?: Direction | null | undefined;
  kind?: MessageKind | null | undefined;
  state?: MessageState | null | undefined;
  workOrderId?: string | null | undefined;
}

export type NewMessage = Omit<
  IntegrationMessageRow,
  | 'tenantId'
  | 'routingId'
  | 'acknowledgedAt'
  | 'acknowledgedAccepted'
  | 'acknowledgedNote'
  | 'acknowledgedBy'
  | 'acknowledgedByKind'
  | 'acknowledgedByName'
>;

/** Rows of one insert: four parameters each stay far below the 65,535 of a statement. */
const LINKS_A_STATEMENT = 5_000;

/** Every statement about messages of one tenant. */
export class IntegrationMessageStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<IntegrationMessageRow[]> {
    return this.#tx
      .select()
      .from(integrationMessages)
      .where(and(this.#own(), anyOf(integrationMessages.id, ids)));
  }

  /** The received message with these very bytes. */
  async bySha256(sha256: string): Promise<IntegrationMessageRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(integrationMessages)
      .where(
        and(this.#own(), eq(integrationMessages.direction, 'IN'), eq(integrationMessages.sha256, sha256)),
      );
    return row;
  }

  /** The message that holds this id of its sender: one that is not rejected. */
  async holder(direction: Direction, externalId: string): Promise<IntegrationMessageRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(integrationMessages)
      .where(and(this.#named(direction, externalId), ne(integrationMessages.state, 'REJECTED')));
    return row;
  }

  /** The holder of this id, else the newest message that was rejected under it. */
  async byExternalId(direction: Direction, externalId: string): Promise<IntegrationMessageRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(integrationMessages)
      .where(this.#named(direction, externalId))
      .orderBy(
        sql`${integrationMessages.state} = 'REJECTED'`,
        desc(integrationMessages.recordedAt),
        desc(integrationMessages.id),
      )
      .limit(1);
    return row;
  }

  /** By time; `siteIds` are the viewer's, empty for all. */
  page(
    request: PageRequest,
    filter: MessageFilter,
    siteIds: readonly string[],
    direction: 'asc' | 'desc',
  ): Promise<IntegrationMessageRow[]> {
    const page = keyset(request, [integrationMessages.recordedAt, integrationMessages.id], direction);
    return this.#tx
      .select()
      .from(integrationMessages)
      .where(
        page.where(
          this.#own(),
          filter.direction ? eq(integrationMessages.direction, filter.direction) : undefined,
          filter.kind ? eq(integrationMessages.kind, filter.kind) : undefined,
          filter.state ? eq(integrationMessages.state, filter.state) : undefined,
          filter.workOrderId ? this.#tellsOf(filter.workOrderId) : undefined,
          siteIds.length > 0
            ? or(isNull(integrationMessages.siteId), anyOf(integrationMessages.siteId, siteIds))
            : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<IntegrationMessageRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(integrationMessages)
      .where(and(this.#own(), eq(integrationMessages.id, id)))
      .for('update');
    return row;
  }

  /**
   * Adds a message with its content, unless one of the same content, the same sender's id or the same id is
   * there: waits for a transaction that is adding one, and answers undefined when it did.
   */
  async add(
    row: NewMessage,
    content: Pick<MessageContentRow, 'content' | 'receivedAs'>,
  ): Promise<IntegrationMessageRow | undefined> {
    const [saved] = await this.#tx
      .insert(integrationMessages)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing()
      .returning();
    if (!saved) return undefined;
    await this.#tx
      .insert(messageContents)
      .values({ ...content, messageId: row.id, tenantId: this.#tenantId });
    return saved;
  }

  /** Throws a violation of `integration_messages_external_id_key`. */
  async update(
    id: string,
    changes: Partial<Omit<IntegrationMessageRow, 'id' | 'tenantId' | 'sha256' | 'recordedAt'>>,
  ): Promise<IntegrationMessageRow> {
    const [saved] = await this.#tx
      .update(integrationMessages)
      .set(changes)
      .where(and(this.#own(), eq(integrationMessages.id, id)))
      .returning();
    return saved as IntegrationMessageRow;
  }

  /** Bytes of these messages together. */
  async bytes(ids: readonly string[]): Promise<number> {
    const [row] = await this.#tx
      .select({ bytes: sql<string>`coalesce(sum(${integrationMessages.sizeBytes}), 0)` })
      .from(integrationMessages)
      .where(and(this.#own(), anyOf(integrationMessages.id, ids)));
    return Number(row?.bytes ?? 0);
  }

  contents(ids: readonly string[]): Promise<MessageContentRow[]> {
    return this.#tx
      .select()
      .from(messageContents)
      .where(and(eq(messageContents.tenantId, this.#tenantId), anyOf(messageContents.messageId, ids)));
  }

  /** Says which orders a message made or tells of. */
  async addWorkOrders(rows: readonly Omit<MessageWorkOrderRow, 'tenantId'>[]): Promise<void> {
    for (let at = 0; at < rows.length; at += LINKS_A_STATEMENT) {
      const some = rows.slice(at, at + LINKS_A_STATEMENT);
      await this.#tx
        .insert(messageWorkOrders)
        .values(some.map((row) => ({ ...row, tenantId: this.#tenantId })))
        .onConflictDoNothing();
    }
  }

  workOrdersPage(messageId: string, request: PageRequest): Promise<MessageWorkOrderRow[]> {
    const page = keyset(request, [messageWorkOrders.workOrderNumber, messageWorkOrders.workOrderId]);
    return this.#tx
      .select()
      .from(messageWorkOrders)
      .where(
        page.where(
          eq(messageWorkOrders.tenantId, this.#tenantId),
          eq(messageWorkOrders.messageId, messageId),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** The request that asked for an order, and the schedule that it stands in. */
  async originOf(
    workOrderId: string,
  ): Promise<{ requestId: string | null; scheduleId: string | null } | undefined> {
    const { requestId } = getTableColumns(messageWorkOrders);
    const [row] = await this.#tx
      .select({ requestId, scheduleId: integrationMessages.objectId })
      .from(messageWorkOrders)
      .innerJoin(integrationMessages, eq(integrationMessages.id, messageWorkOrders.messageId))
      .where(
        and(
          this.#own(),
          eq(messageWorkOrders.tenantId, this.#tenantId),
          eq(messageWorkOrders.workOrderId, workOrderId),
          eq(integrationMessages.kind, 'SCHEDULE'),
        ),
      )
      .limit(1);
    return row;
  }

  #own(): SQL {
    return eq(integrationMessages.tenantId, this.#tenantId);
  }

  #named(direction: Direction, externalId: string): SQL | undefined {
    return and(
      this.#own(),
      eq(integrationMessages.direction, direction),
      eq(integrationMessages.externalId, externalId),
    );
  }

  #tellsOf(workOrderId: string): SQL {
    return exists(
      this.#tx
        .select({ one: sql`1` })
        .from(messageWorkOrders)
        .where(
          and(
            eq(messageWorkOrders.tenantId, this.#tenantId),
            eq(messageWorkOrders.messageId, integrationMessages.id),
            eq(messageWorkOrders.workOrderId, workOrderId),
          ),
        ),
    );
  }
}
