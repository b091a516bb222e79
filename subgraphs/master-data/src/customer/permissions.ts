import { needs, type Permissions } from '@machshop/server';

const read = needs('customer:read');
const edit = needs('customer:edit');

export const permissions: Permissions = {
  Query: { customer: read, customerByCode: read, customers: read },
  Mutation: { createCustomer: edit, changeCustomer: edit, publishCustomer: edit, retireCustomer: edit },
  Customer: read,
};
