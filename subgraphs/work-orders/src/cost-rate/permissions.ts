import { needs, type Permissions } from '@machshop/server';

const read = needs('workOrder:readCost');
const edit = needs('workOrder:editRates');

export const permissions: Permissions = {
  Query: { costRates: read, costCurrency: read },
  Mutation: { setCostRate: edit, setCostCurrency: edit },
  CostRate: read,
};
