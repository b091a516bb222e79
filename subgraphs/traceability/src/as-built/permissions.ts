import type { Permissions } from '@machshop/server';
import { read } from '../genealogy/permissions.ts';

export const permissions: Permissions = {
  WorkOrder: read,
  AsBuilt: read,
  AsBuiltUnit: read,
  AsBuiltItem: read,
  AsBuiltComponent: read,
  AsBuiltDifference: read,
};
