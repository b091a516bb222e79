import { schemaName } from '@machshop/db';
import type postgres from 'postgres';
import type { Fill, Slot } from './operations.ts';

/** What `partNumber`, `lotId` and the like name, where the subject's own table has no such column. */
const ENTITIES: Readonly<Record<string, string>> = {
  lot: 'material_lots',
  serial: 'serialized_parts',
  location: 'inventory_locations',
  toLocation: 'inventory_locations',
  parentSerial: 'serialized_parts',
  childSerial: 'serialized_parts',
  workOrder: 'work_orders',
  operation: 'work_order_operations',
  execution: 'operation_executions',
  link: 'component_links',
  part: 'parts',
  partRevision: 'part_revisions',
  material: 'materials',
  routing: 'routings',
  workCenter: 'work_centers',
  equipment: 'equipment',
  site: 'sites',
  sensor: 'sensors',
  user: 'users',
};

/** How many values of a column are remembered. */
const VALUES = 5;

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

/**
 * Values that one tenant has and another has not, found in the tables by the names of arguments: `number` of a
 * WorkOrder is `work_orders.number`; `partNumber` is that column of the same table, else a part's number, else the
 * column of any table.
 */
export class KnownValues {
  readonly #values = new Map<string, readonly unknown[]>();

  private constructor() {}

  static async read(
    admin: postgres.Sql,
    subgraphs: readonly string[],
    tenantId: string,
    otherId: string,
  ): Promise<KnownValues> {
    const columns = await admin<Column[]>`
      select c.table_schema as schema, c.table_name as table, c.column_name as column
      from information_schema.columns c
      where c.table_schema = any(${subgraphs.map(schemaName)}) and c.data_type in ('uuid', 'text')
        and c.column_name not in ('tenant_id')
        and exists (select from information_schema.columns t where t.table_schema = c.table_schema
          and t.table_name = c.table_name and t.column_name = 'tenant_id')
      order by 1, 2, 3`;
    const known = new KnownValues();
    for (const column of columns) await known.#read(admin, column, tenantId, otherId);
    return known;
  }

  async #read(admin: postgres.Sql, { schema, table, column }: Column, tenantId: string, otherId: string) {
    const key = `${table}.${column}`;
    if (this.#values.has(key)) return;
    const name = `"${schema}"."${table}"`;
    const rows = await admin.unsafe<{ value: unknown }[]>(
      `select "${column}" as value from ${name} where tenant_id = $1 and "${column}" is not null
       and "${column}" not in (select "${column}" from ${name} where tenant_id = $2 and "${column}" is not null)
       order by 1 limit ${VALUES}`,
      [tenantId, otherId],
    );
    if (rows.length > 0) this.#values.set(key, [...new Set(rows.map(({ value }) => value))]);
  }

  /** Fills identifiers and texts; the rest is not a tenant's. */
  readonly fill: Fill = (slot: Slot) => this.some(slot)?.[0];

  /** Some of the values that would do. */
  readonly some = ({ subject, name, type }: Slot): readonly unknown[] | undefined => {
    if (type !== 'ID' && type !== 'String') return undefined;
    const table = tableOf(subject);
    if (name === 'search') return this.#of(table, 'number') ?? this.#of(table, 'code');
    return this.#of(table, snake(name)) ?? this.#byEntity(name) ?? this.#anywhere(snake(name));
  };

  #byEntity(name: string): readonly unknown[] | undefined {
    const [, entity = '', key = ''] = /^(.+?)(Id|Number|Code)s?$/.exec(name) ?? [];
    const table = ENTITIES[entity];
    if (!table) return undefined;
    return this.#of(table, table === 'serialized_parts' && key === 'Number' ? 'serial_number' : snake(key));
  }

  #anywhere(column: string): readonly unknown[] | undefined {
    for (const [key, values] of this.#values) if (key.endsWith(`.${column}`)) return values;
    return undefined;
  }

  #of(table: string, column: string): readonly unknown[] | undefined {
    return this.#values.get(`${table}.${column}`);
  }
}

const snake = (name: string): string => name.replace(/(?<=.)[A-Z]/g, '_$&').toLowerCase();

/** `WorkOrder` is kept in `work_orders`. */
function tableOf(type: string): string {
  if (type === 'Equipment') return 'equipment';
  if (type === 'Genealogy') return 'serialized_parts';
  return `${snake(type)}s`.replace(/ys$/, 'ies');
}
