import type { UserErrorData } from '@machshop/server';
import type { Catalog } from '../bom/catalog.ts';
import type { BomLineRow, BomRow } from '../bom/tables.ts';
import type { CustomerRow } from '../customer/tables.ts';
import type { PendingChange } from '../history/changes.ts';
import type { MaterialRow } from '../material/tables.ts';
import type { PartRevisionRow, PartRow } from '../part/tables.ts';
import type { RoutingOperationRow, RoutingRow } from '../routing/tables.ts';
import { itemError } from './document.ts';

/** What importing an item did. */
export type ImportOutcome = 'CREATED' | 'CHANGED' | 'UNCHANGED';

/** The plant as the document meets it; planning adds to it what the document makes. */
export interface ImportState {
  readonly tenantId: string;
  readonly now: Date;
  readonly reason: string | null;
  readonly materials: Map<string, MaterialRow>;
  readonly customers: Map<string, CustomerRow>;
  /** By number. */
  readonly parts: Map<string, PartRow>;
  /** By part id, in the order in which they were drafted. */
  readonly revisions: Map<string, PartRevisionRow[]>;
  readonly catalog: Catalog;
  /** By revision id: those that are or were published. */
  readonly boms: Map<string, BomRow[]>;
  /** By bill id. */
  readonly lines: Map<string, BomLineRow[]>;
  /** By number, oldest first. */
  readonly routings: Map<string, RoutingRow[]>;
  /** By routing id, of published ones. */
  readonly operations: Map<string, RoutingOperationRow[]>;
}

/** What will be written, in this order, when nothing is refused. */
export class ImportPlan {
  readonly errors: UserErrorData[] = [];
  readonly changes: PendingChange[] = [];
  readonly newMaterials: MaterialRow[] = [];
  readonly changedMaterials: MaterialRow[] = [];
  readonly newCustomers: CustomerRow[] = [];
  readonly changedCustomers: CustomerRow[] = [];
  readonly newParts: PartRow[] = [];
  readonly newRevisions: PartRevisionRow[] = [];
  readonly changedRevisions: PartRevisionRow[] = [];
  readonly endedBoms: BomRow[] = [];
  readonly newBoms: {
    readonly bom: BomRow;
    readonly lines: Omit<BomLineRow, 'tenantId'>[];
    readonly path: string[];
  }[] = [];
  readonly supersededRoutings: RoutingRow[] = [];
  readonly newRoutings: {
    readonly routing: RoutingRow;
    readonly operations: Omit<RoutingOperationRow, 'tenantId'>[];
  }[] = [];

  refuse(error: UserErrorData): void {
    this.errors.push(itemError(error));
  }
}

/** What became of each item, in the order of the document. */
export interface ImportResult {
  readonly materials: { readonly outcome: ImportOutcome; readonly material: MaterialRow }[];
  readonly customers: { readonly outcome: ImportOutcome; readonly customer: CustomerRow }[];
  readonly parts: { readonly outcome: ImportOutcome; readonly partRevision: PartRevisionRow }[];
  readonly boms: { readonly outcome: ImportOutcome; readonly bom: BomRow }[];
  readonly routings: { readonly outcome: ImportOutcome; readonly routing: RoutingRow }[];
}
