import { needs, type Permissions } from '@machshop/server';

const read = needs('nonConformance:read');

export const permissions: Permissions = {
  Query: { disposition: read },
  Mutation: {
    proposeDisposition: needs('disposition:propose'),
    decideDispositionForQuality: needs('disposition:decideForQuality'),
    decideDispositionForEngineering: needs('disposition:decideForEngineering'),
    recordCustomerDecision: needs('disposition:recordCustomerDecision'),
    carryOutDisposition: needs('nonConformance:edit'),
  },
  Disposition: read,
  DispositionApproval: read,
};
