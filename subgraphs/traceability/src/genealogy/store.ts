import { anyOf, type Tx } from '@machshop/db';
import { and, eq, getTableColumns, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Direction } from './genealogy.ts';
import { type EdgeRow, genealogyEdges, genealogyNodes, type NodeRow } from './tables.ts';

/** Deeper than this, the reach is found without levels: once a node, however many ways lead there. */
const SHALLOW = 10;
/** The most edges that one genealogy may have. */
export const MAX_EDGES = 200_000;

const rfc3339 = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Every statement about genealogy of one tenant. */
export class GenealogyStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  nodesByIds(ids: readonly string[]): Promise<NodeRow[]> {
    return this.#tx
      .select()
      .from(genealogyNodes)
      .where(and(this.#ownNodes(), anyOf(genealogyNodes.id, ids)));
  }

  /** As `nodesByIds`, for thousands: as the driver gives the rows, without a column mapper. */
  async manyNodes(ids: readonly string[]): Promise<NodeRow[]> {
    const query = sql`select id, tenant_id as "tenantId", kind, number, definition_type as "definitionType", definition_id as "definitionId",
        definition_number as "definitionNumber", revision, unit, size::text as size, work_order_id as "workOrderId"
      from traceability.genealogy_nodes
      where tenant_id = ${this.#tenantId}::uuid and id = any(${sql.param(ids)}::uuid[])`;
    return [...(await this.#tx.execute<NodeRow>(query))];
  }

  async nodeByNumber(kind: NodeRow['kind'], number: string): Promise<NodeRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(genealogyNodes)
      .where(and(this.#ownNodes(), eq(genealogyNodes.kind, kind), eq(genealogyNodes.number, number)));
    return row;
  }

  serialsOfOrder(workOrderId: string, limit: number): Promise<NodeRow[]> {
    return this.#tx
      .select()
      .from(genealogyNodes)
      .where(
        and(
          this.#ownNodes(),
          eq(genealogyNodes.workOrderId, workOrderId),
          inArray(genealogyNodes.kind, ['SERIAL', 'LOT']),
        ),
      )
      .orderBy(genealogyNodes.number)
      .limit(limit);
  }

  /** Adds what is new about a node; facts that are known stay, unless the new event has them. */
  async putNode(row: Omit<NodeRow, 'tenantId'>): Promise<void> {
    const keep = (column: keyof NodeRow) => {
      const name = getTableColumns(genealogyNodes)[column].name;
      return sql.raw(`coalesce(excluded.${name}, genealogy_nodes.${name})`);
    };
    await this.#tx
      .insert(genealogyNodes)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: genealogyNodes.id,
        set: {
          definitionType: keep('definitionType'),
          definitionId: keep('definitionId'),
          definitionNumber: keep('definitionNumber'),
          revision: keep('revision'),
          unit: keep('unit'),
          size: keep('size'),
          workOrderId: keep('workOrderId'),
        },
      });
  }

  async addSize(id: string, quantity: string): Promise<void> {
    await this.#tx
      .update(genealogyNodes)
      .set({ size: sql`coalesce(${genealogyNodes.size}, 0) + ${quantity}::numeric` })
      .where(and(this.#ownNodes(), eq(genealogyNodes.id, id)));
  }

  /** The same edge again changes nothing. */
  async putEdge(
    row: Omit<EdgeRow, 'tenantId' | 'unlinkedAt' | 'unlinkedByName' | 'unlinkReason'>,
  ): Promise<void> {
    await this.#tx
      .insert(genealogyEdges)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  /** Ends an edge; false when there is none with this id that still holds. */
  async endEdge(id: string, at: Date, by: string, reason: string | null): Promise<boolean> {
    const ended = await this.#tx
      .update(genealogyEdges)
      .set({ unlinkedAt: at, unlinkedByName: by, unlinkReason: reason })
      .where(and(this.#ownEdges(), eq(genealogyEdges.id, id), isNull(genealogyEdges.unlinkedAt)))
      .returning({ id: genealogyEdges.id });
    return ended.length > 0;
  }

  edgesByIds(ids: readonly string[]): Promise<EdgeRow[]> {
    return this.#tx
      .select()
      .from(genealogyEdges)
      .where(and(this.#ownEdges(), anyOf(genealogyEdges.id, ids)));
  }

  async edge(id: string): Promise<EdgeRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(genealogyEdges)
      .where(and(this.#ownEdges(), eq(genealogyEdges.id, id)));
    return row;
  }

  /** Serialises changes to the genealogy of a tenant: two links at once could close a cycle unseen. */
  async lockGenealogy(): Promise<void> {
    await this.#tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`genealogy ${this.#tenantId}`}, 0))`,
    );
  }

  /**
   * Every edge within `levels` of the root that held at `asOf` (all that ever held when it is null).
   * `UNION` keeps each node once, so that diamonds cost nothing.
   */
  async reach(
    rootId: string,
    direction: Direction,
    levels: number,
    asOf: Date | null,
  ): Promise<ReachedEdge[]> {
    const [near, far] = direction === 'DOWN' ? ['parent_id', 'child_id'] : ['child_id', 'parent_id'];
    const held = asOf
      ? sql`and e.linked_at <= ${asOf.toISOString()}::timestamptz and (e.unlinked_at is null or e.unlinked_at > ${asOf.toISOString()}::timestamptz)`
      : sql``;
    const own = sql`e.tenant_id = ${this.#tenantId}::uuid`;
    const edges = sql.raw('traceability.genealogy_edges');
    const [nearId, farId] = [sql.raw(near as string), sql.raw(far as string)];
    const reached: SQL =
      levels > SHALLOW
        ? sql`with recursive reach(id) as (
            select ${rootId}::uuid
            union
            select e.${farId} from reach r join ${edges} e on e.${nearId} = r.id where ${own} ${held}
          )`
        : sql`with recursive walk(id, depth) as (
            select ${rootId}::uuid, 0
            union
            select e.${farId}, w.depth + 1 from walk w join ${edges} e on e.${nearId} = w.id
            where w.depth < ${levels}::int and ${own} ${held}
          ), reach(id) as (select distinct id from walk)`;
    const query = sql`${reached}
      select e.id, e.parent_id as "parentId", e.child_id as "childId", e.quantity::text as quantity, e.unit,
        e.bom_position as "bomPosition", e.work_order_id as "workOrderId", e.operation_id as "operationId",
        ${rfc3339('e.linked_at')} as "linkedAt", e.linked_by_name as "linkedByName", ${rfc3339('e.unlinked_at')} as "unlinkedAt"
      from reach r join ${edges} e on e.${nearId} = r.id
      where ${own} ${held}
      limit ${MAX_EDGES + 1}::int`;
    return [...(await this.#tx.execute<ReachedEdge & Record<string, unknown>>(query))];
  }

  childrenOf(parentIds: readonly string[], asOf: Date): Promise<EdgeRow[]> {
    return this.#tx
      .select()
      .from(genealogyEdges)
      .where(
        and(
          this.#ownEdges(),
          anyOf(genealogyEdges.parentId, parentIds),
          lte(genealogyEdges.linkedAt, asOf),
          or(isNull(genealogyEdges.unlinkedAt), gt(genealogyEdges.unlinkedAt, asOf)),
        ),
      )
      .orderBy(genealogyEdges.bomPosition, genealogyEdges.linkedAt, genealogyEdges.id);
  }

  #ownNodes() {
    return eq(genealogyNodes.tenantId, this.#tenantId);
  }

  #ownEdges() {
    return eq(genealogyEdges.tenantId, this.#tenantId);
  }
}

/** What an answer needs of an edge; times are RFC 3339 text, so that large answers make no Dates. */
export interface ReachedEdge {
  readonly id: string;
  readonly parentId: string;
  readonly childId: string;
  readonly quantity: string;
  readonly unit: string;
  readonly bomPosition: number | null;
  readonly workOrderId: string | null;
  readonly operationId: string | null;
  readonly linkedAt: string;
  readonly linkedByName: string;
  readonly unlinkedAt: string | null;
}
