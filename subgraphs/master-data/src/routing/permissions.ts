import { needs, type Permissions } from '@machshop/server';

const read = needs('routing:read');
const edit = needs('routing:edit');
const publish = needs('routing:publish');

export const permissions: Permissions = {
  Query: { routing: read, routingByNumber: read, routings: read },
  Mutation: {
    createRouting: edit,
    reviseRouting: edit,
    changeRouting: edit,
    publishRouting: publish,
    retireRouting: publish,
  },
  Routing: read,
  RoutingOperation: read,
};
