import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { HeldBy } from '../quality-hold/quality-hold.ts';
import { qualityHolds } from '../quality-hold/tables.ts';
import { type EquipmentRow, equipment, inspections } from '../replica/tables.ts';
import { type WorkOrderRow, workOrderSerials, workOrders } from '../work-order/tables.ts';
import {
  operationSteps,
  type WorkOrderOperationRow,
  workOrderOperations,
} from '../work-order-operation/tables.ts';
import type { StepStatus } from '../work-order-operation/work-order-operation.ts';
import type { RunFacts } from './completion.ts';
import {
  type OperationExecutionRow,
  type OperationReportRow,
  operationExecutions,
  operationReports,
} from './tables.ts';

const o = alias(workOrderOperations, 'o');
const w = alias(workOrders, 'w');
const e = alias(operationExecutions, 'e');
const q = alias(equipment, 'q');

/** A serial and what the materials domain calls it. */
export interface KnownSerial {
  serialNumber: string;
  serializedPartId: string | null;
}

/** What starting an operation begins with. */
export interface StartRows {
  operation: WorkOrderOperationRow;
  order: WorkOrderRow;
  /** Of the execution's id that the client chose. */
  execution: OperationExecutionRow | null;
  equipment: EquipmentRow | null;
  serials: KnownSerial[];
  /** Which of the serials quality holds, and because of which non-conformance. */
  holds: (HeldBy & { readonly serialNumber: string })[];
}

/** A run with all that its end looks at. */
export interface RunRows {
  execution: OperationExecutionRow;
  operation: WorkOrderOperationRow;
  order: WorkOrderRow;
  serials: KnownSerial[];
  inspections: RunFacts['inspections'];
}

export interface EquipmentWanted {
  id?: string | null | undefined;
  code?: string | null | undefined;
}

/** Every statement about the runs of operations of one tenant. */
export class ExecutionStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<OperationExecutionRow[]> {
    return this.#tx
      .select()
      .from(operationExecutions)
      .where(and(this.#own(), anyOf(operationExecutions.id, ids)));
  }

  byWorkOrder(workOrderId: string): Promise<OperationExecutionRow[]> {
    return this.byWorkOrders([workOrderId]);
  }

  byWorkOrders(workOrderIds: readonly string[]): Promise<OperationExecutionRow[]> {
    return this.#tx
      .select()
      .from(operationExecutions)
      .where(and(this.#own(), anyOf(operationExecutions.workOrderId, workOrderIds)))
      .orderBy(operationExecutions.id);
  }

  pageOfOperation(operationId: string, request: PageRequest): Promise<OperationExecutionRow[]> {
    const page = keyset(request, [operationExecutions.id]);
    return this.#tx
      .select()
      .from(operationExecutions)
      .where(page.where(this.#own(), eq(operationExecutions.operationId, operationId)))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  reportPage(executionId: string, request: PageRequest): Promise<OperationReportRow[]> {
    const page = keyset(request, [operationReports.id]);
    return this.#tx
      .select()
      .from(operationReports)
      .where(
        page.where(
          eq(operationReports.tenantId, this.#tenantId),
          eq(operationReports.executionId, executionId),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async reportById(id: string): Promise<OperationReportRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(operationReports)
      .where(and(eq(operationReports.tenantId, this.#tenantId), eq(operationReports.id, id)));
    return row;
  }

  /** Locks the operation that is to start, and reads all that starting looks at, in one statement. */
  async lockForStart(
    operationId: string,
    executionId: string,
    wanted: EquipmentWanted,
    serialNumbers: readonly string[],
  ): Promise<StartRows | undefined> {
    const named = wanted.id || wanted.code;
    const [row] = await this.#tx
      .select({
        operation: o,
        order: w,
        execution: e,
        equipment: q,
        serials: knownSerials(sql`${o.workOrderId}`, sql`any(${sql.param(serialNumbers)}::text[])`),
        holds: sql<StartRows['holds']>`(
          select coalesce(json_agg(json_build_object('serialNumber', h.number,
            'nonConformanceId', h.non_conformance_id, 'nonConformanceNumber', h.non_conformance_number)), '[]')
          from ${qualityHolds} as h
          where h.tenant_id = ${o.tenantId} and h.entity_type = 'SerializedPart' and h.hold in ('BLOCKED', 'GONE')
            and h.number = any(${sql.param(serialNumbers)}::text[]))`,
      })
      .from(o)
      .innerJoin(w, eq(w.id, o.workOrderId))
      .leftJoin(e, and(eq(e.tenantId, this.#tenantId), eq(e.id, executionId)))
      .leftJoin(
        q,
        and(
          eq(q.tenantId, this.#tenantId),
          named
            ? or(
                wanted.id ? eq(q.id, wanted.id) : undefined,
                wanted.code ? eq(q.code, wanted.code) : undefined,
              )
            : eq(q.id, o.equipmentId),
        ),
      )
      .where(and(eq(o.tenantId, this.#tenantId), eq(o.id, operationId)))
      .limit(1)
      .for('update', { of: o });
    return row;
  }

  /** Writes a run, the steps of its serials and the operation's state in one statement. */
  async start(row: OperationExecutionRow): Promise<void> {
    const serials = sql.param(row.serialNumbers);
    const startedAt = sql`${row.startedAt.toISOString()}::timestamptz`;
    const open = row.serialNumbers.length === 0 ? sql`${row.id}::uuid` : sql`null`;
    await this.#tx.execute(sql`
      with execution as (
        insert into ${operationExecutions} (id, tenant_id, site_id, work_order_id, operation_id, equipment_id,
          equipment_code, serial_numbers, operator_id, operator_kind, operator_name, good, scrap, rework, started_at, recorded_at)
        values (${row.id}::uuid, ${this.#tenantId}::uuid, ${row.siteId}::uuid, ${row.workOrderId}::uuid,
          ${row.operationId}::uuid, ${row.equipmentId}::uuid, ${row.equipmentCode}::text, ${serials}::text[],
          ${row.operatorId}::uuid, ${row.operatorKind}, ${row.operatorName}::text, 0, 0, 0, ${startedAt},
          ${row.recordedAt.toISOString()}::timestamptz)
      ), steps as (
        insert into ${operationSteps} (tenant_id, work_order_id, operation_id, serial_number, status, execution_id)
        select ${this.#tenantId}::uuid, ${row.workOrderId}::uuid, ${row.operationId}::uuid, serial_number,
          'IN_PROGRESS', ${row.id}::uuid
        from unnest(${serials}::text[]) as named (serial_number)
        on conflict (operation_id, serial_number) do update
          set status = 'IN_PROGRESS', execution_id = excluded.execution_id, ended_at = null
      )
      update ${workOrderOperations}
      set status = 'IN_PROGRESS', started_at = least(started_at, ${startedAt}), open_execution_id = ${open}
      where id = ${row.operationId}::uuid and tenant_id = ${this.#tenantId}::uuid`);
  }

  /** Locks a run and its operation, and reads all that its end looks at, in one statement. */
  async lockRun(executionId: string): Promise<RunRows | undefined> {
    const [row] = await this.#tx
      .select({
        execution: e,
        operation: o,
        order: w,
        serials: knownSerials(sql`${e.workOrderId}`, sql`any(${e.serialNumbers})`),
        inspections: sql<RunRows['inspections']>`(
          select coalesce(json_agg(json_build_object('number', i.number, 'serialNumber', i.serial_number,
            'result', i.result)), '[]')
          from ${inspections} as i
          where i.work_order_id = ${e.workOrderId} and i.operation_id = ${e.operationId} and i.result is distinct from 'PASSED')`,
      })
      .from(o)
      .innerJoin(e, eq(e.operationId, o.id))
      .innerJoin(w, eq(w.id, o.workOrderId))
      .where(and(eq(e.tenantId, this.#tenantId), eq(e.id, executionId)))
      .for('update', { of: [o, e] as never });
    return row;
  }

  /** The order of a run, as part of a statement. */
  orderOf(executionId: string) {
    return sql`(select work_order_id from ${operationExecutions} where id = ${executionId}::uuid)`;
  }

  /** Writes a run, where its serials are and the operation's counters in one statement. */
  async save(
    run: OperationExecutionRow,
    operation: WorkOrderOperationRow,
    steps: readonly { readonly serialNumber: string; readonly status: StepStatus }[],
  ): Promise<void> {
    const completedAt = sql`${run.completedAt?.toISOString() ?? null}::timestamptz`;
    await this.#tx.execute(sql`
      with execution as (
        update ${operationExecutions}
        set good = ${run.good}::numeric, scrap = ${run.scrap}::numeric, rework = ${run.rework}::numeric,
          completed_at = ${completedAt}, completed_by = ${run.completedBy}::uuid,
          completion_recorded_at = ${run.completionRecordedAt?.toISOString() ?? null}::timestamptz
        where id = ${run.id}::uuid and tenant_id = ${this.#tenantId}::uuid
      ), steps as (
        update ${operationSteps} as s set status = ended.status, ended_at = ${completedAt}
        from unnest(${sql.param(steps.map((step) => step.serialNumber))}::text[],
          ${sql.param(steps.map((step) => step.status))}::text[]) as ended (serial_number, status)
        where s.operation_id = ${run.operationId}::uuid and s.serial_number = ended.serial_number
      )
      update ${workOrderOperations}
      set good = ${operation.good}::numeric, scrap = ${operation.scrap}::numeric,
        rework = ${operation.rework}::numeric, status = ${operation.status},
        open_execution_id = ${operation.openExecutionId}::uuid,
        completed_at = ${operation.completedAt?.toISOString() ?? null}::timestamptz
      where id = ${operation.id}::uuid and tenant_id = ${this.#tenantId}::uuid`);
  }

  /** Throws a violation of `operation_reports_pkey`. */
  async addReport(row: Omit<OperationReportRow, 'tenantId'>): Promise<void> {
    await this.#tx.insert(operationReports).values({ ...row, tenantId: this.#tenantId });
  }

  #own() {
    return eq(operationExecutions.tenantId, this.#tenantId);
  }
}

/** What is known of serials of an order, as part of a statement that has one row. */
const knownSerials = (workOrderId: ReturnType<typeof sql>, which: ReturnType<typeof sql>) =>
  sql<KnownSerial[]>`(
    select coalesce(json_agg(json_build_object('serialNumber', k.serial_number,
      'serializedPartId', k.serialized_part_id) order by k.serial_number), '[]')
    from ${workOrderSerials} as k where k.work_order_id = ${workOrderId} and k.serial_number = ${which})`;
