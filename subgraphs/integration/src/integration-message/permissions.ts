import { needs, type Permissions, signedIn } from '@machshop/server';

const read = needs('integration:read');

export const permissions: Permissions = {
  Query: { integrationMessage: read, integrationMessageByExternalId: read, integrationMessages: read },
  Mutation: {
    receiveB2mml: needs('integration:send'),
    acknowledgeMessage: needs('integration:acknowledge'),
    retryMessage: needs('integration:send'),
  },
  IntegrationMessage: read,
  MessageAcknowledgement: read,
  MessageWorkOrder: read,
  WorkOrder: { '*': signedIn, integrationMessages: read },
  // stubs: their own subgraphs guard what is behind them
  Site: signedIn,
  User: signedIn,
  ApiClient: signedIn,
  Routing: signedIn,
};
