import { newId } from '@machshop/db';
import { invalidInput, ruleViolation } from '@machshop/server';
import { customerChange, describedCustomer } from '../customer/commands.ts';
import type { CustomerRow } from '../customer/tables.ts';
import { differences } from '../history/changes.ts';
import { hashOf } from '../inputs.ts';
import { describedMaterial, materialChange } from '../material/commands.ts';
import type { MaterialRow } from '../material/tables.ts';
import type { MasterDataDocument } from './document.ts';
import type { ImportPlan, ImportResult, ImportState } from './plan.ts';

const retired = (what: string, path: readonly string[]) =>
  ruleViolation('RETIRED', `${what} is retired: publish it again first`, path);

/** Plans the materials: new ones are published, changed ones are published anew. */
export function planMaterials(
  { materials }: MasterDataDocument,
  state: ImportState,
  plan: ImportPlan,
): ImportResult['materials'] {
  return materials.flatMap((item, index) => {
    const path = ['input', 'materials', String(index)];
    const before = state.materials.get(item.code);
    const planned = before
      ? changedMaterial(item, before, state, plan, path)
      : newMaterial(item, state, plan);
    if (!planned) return [];
    const { id, code: number, unit, status } = planned.material;
    state.catalog.add({ kind: 'Material', id, number, unit, published: status === 'PUBLISHED' });
    return [planned];
  });
}

type MaterialItem = MasterDataDocument['materials'][number];

function newMaterial(item: MaterialItem, state: ImportState, plan: ImportPlan) {
  const material: MaterialRow = {
    ...item,
    id: newId(),
    tenantId: state.tenantId,
    description: item.description ?? null,
    status: 'PUBLISHED',
    requestHash: hashOf(item),
    recordedAt: state.now,
  };
  plan.newMaterials.push(material);
  plan.changes.push(
    materialChange('published', material, 'CREATE', null, describedMaterial(material), state.reason),
  );
  return { outcome: 'CREATED' as const, material };
}

function changedMaterial(
  item: MaterialItem,
  before: MaterialRow,
  state: ImportState,
  plan: ImportPlan,
  path: string[],
) {
  if (before.status === 'RETIRED') return plan.refuse(retired(item.code, [...path, 'code']));
  if (before.unit !== item.unit) {
    const message = `${item.code} is counted in ${before.unit}: that never changes`;
    return plan.refuse(invalidInput([...path, 'unit'], 'UNIT_CHANGED', message));
  }
  const change = differences<MaterialRow>(before, {
    name: item.name,
    critical: item.critical,
    description: item.description ?? undefined,
    status: 'PUBLISHED',
  });
  if (!change) return { outcome: 'UNCHANGED' as const, material: before };
  const material = { ...before, ...change.new };
  plan.changedMaterials.push(material);
  plan.changes.push(materialChange('published', material, 'CHANGE', change.old, change.new, state.reason));
  return { outcome: 'CHANGED' as const, material };
}

/** Plans the customers: new ones are published, changed ones are published anew. */
export function planCustomers(
  { customers }: MasterDataDocument,
  state: ImportState,
  plan: ImportPlan,
): ImportResult['customers'] {
  return customers.flatMap((item, index): ImportResult['customers'][number][] => {
    const before = state.customers.get(item.code);
    if (!before) {
      const customer: CustomerRow = {
        ...item,
        id: newId(),
        tenantId: state.tenantId,
        status: 'PUBLISHED',
        requestHash: hashOf(item),
        recordedAt: state.now,
      };
      plan.newCustomers.push(customer);
      const described = describedCustomer(customer);
      plan.changes.push(customerChange('published', customer, 'CREATE', null, described, state.reason));
      return [{ outcome: 'CREATED' as const, customer }];
    }
    if (before.status === 'RETIRED') {
      plan.refuse(retired(item.code, ['input', 'customers', String(index), 'code']));
      return [];
    }
    const change = differences<CustomerRow>(before, { name: item.name, status: 'PUBLISHED' });
    if (!change) return [{ outcome: 'UNCHANGED' as const, customer: before }];
    const customer = { ...before, ...change.new };
    plan.changedCustomers.push(customer);
    plan.changes.push(customerChange('published', customer, 'CHANGE', change.old, change.new, state.reason));
    return [{ outcome: 'CHANGED' as const, customer }];
  });
}
