/** Everything that may be permitted: `<resource>:<action>`, and what it lets a person do. */
export const PERMISSIONS = {
  'user:read': 'see users and their roles',
  'user:edit': 'create, change, unlock and deactivate users',
  'site:read': 'see sites',
  'site:edit': 'create and change sites',
  'apiClient:read': 'see the programs that may sign in',
  'apiClient:edit': 'create and deactivate programs that may sign in',
  'signingKey:rotate': 'rotate the keys that sign tokens',
  'part:read': 'see parts and their revisions',
  'part:edit': 'draft parts and revisions',
  'part:publish': 'publish and retire part revisions',
  'bom:read': 'see bills of material',
  'bom:edit': 'draft bills of material',
  'bom:publish': 'publish bills of material',
  'routing:read': 'see routings',
  'routing:edit': 'draft routings',
  'routing:publish': 'publish routings',
  'material:read': 'see material definitions',
  'material:edit': 'create and change material definitions',
  'customer:read': 'see customers',
  'customer:edit': 'create and change customers',
  'workOrder:read': 'see work orders and operations',
  'workOrder:create': 'create work orders',
  'workOrder:change': 'change work orders',
  'workOrder:cancel': 'cancel work orders',
  'workOrder:release': 'release work orders to the floor',
  'workOrder:hold': 'hold and resume work orders',
  'workOrder:close': 'close completed work orders',
  'workOrder:readCost': 'see actual costs and rates',
  'workOrder:editRates': 'set cost rates',
  'operation:start': 'start operations',
  'operation:report': 'report good, scrap and rework',
  'operation:complete': 'complete operations',
  'operation:skip': 'skip an operation with a reason',
  'operation:backdate': 'report that something happened earlier than now',
  'inventory:read': 'see lots, balances, transactions and locations',
  'inventory:receive': 'receive lots',
  'inventory:issue': 'issue, return and consume material',
  'inventory:scrap': 'scrap material',
  'inventory:transfer': 'move material between locations',
  'inventory:adjust': 'adjust a balance after a count',
  'inventory:allocate': 'allocate material to orders and release it',
  'location:edit': 'create and change inventory locations',
  'serial:read': 'see serialized parts',
  'serial:create': 'create serial numbers',
  'serial:assemble': 'assemble and remove serialized parts',
  'serial:scrap': 'scrap serialized parts',
  'certificate:read': 'see material certificates',
  'certificate:record': 'record material certificates',
  'equipment:read': 'see work centers and equipment',
  'equipment:edit': 'create and change work centers and equipment',
  'equipment:changeStatus': 'change the status of equipment',
  'genealogy:read': 'see genealogy and traces',
  'audit:read': 'see the audit trail',
  'audit:export': 'export the audit trail',
  'integration:read': 'see messages exchanged with other systems',
  'integration:send': 'send messages of other systems in',
  'integration:acknowledge': 'acknowledge outgoing messages',
  'deadLetter:read': 'see messages that a consumer gave up on',
  'deadLetter:replay': 'send such a message to its consumer again',
  'schema:introspect': 'introspect the graph in production',
} as const;

export type Permission = keyof typeof PERMISSIONS;

const ALL = Object.keys(PERMISSIONS) as Permission[];
const READ = ALL.filter(
  (permission) =>
    permission.endsWith(':read') &&
    !['user:read', 'apiClient:read', 'audit:read', 'deadLetter:read', 'integration:read'].includes(
      permission,
    ),
);

interface Role {
  /** As it stands in a token's `roles` claim. */
  readonly title: string;
  readonly permissions: readonly Permission[];
}

/** The plant's roles. A user has one or more; permissions add up. */
export const ROLES = {
  PLANNER: {
    title: 'Planner',
    permissions: [
      ...READ,
      'workOrder:create',
      'workOrder:change',
      'workOrder:cancel',
      'workOrder:release',
      'workOrder:readCost',
      'inventory:allocate',
      'part:edit',
      'bom:edit',
      'routing:edit',
      'part:publish',
      'bom:publish',
      'routing:publish',
      'material:edit',
      'customer:edit',
      'integration:read',
      'integration:send',
    ],
  },
  PRODUCTION_SUPERVISOR: {
    title: 'Production Supervisor',
    permissions: [
      ...READ,
      'user:read',
      'workOrder:create',
      'workOrder:change',
      'workOrder:release',
      'workOrder:hold',
      'workOrder:close',
      'workOrder:cancel',
      'workOrder:readCost',
      'operation:start',
      'operation:report',
      'operation:complete',
      'operation:skip',
      'operation:backdate',
      'inventory:issue',
      'inventory:allocate',
      'serial:create',
      'serial:assemble',
      'equipment:changeStatus',
    ],
  },
  OPERATOR: {
    title: 'Operator',
    permissions: [
      'part:read',
      'bom:read',
      'routing:read',
      'material:read',
      'site:read',
      'workOrder:read',
      'operation:start',
      'operation:report',
      'operation:complete',
      'inventory:read',
      'inventory:issue',
      'serial:read',
      'serial:create',
      'serial:assemble',
      'certificate:read',
      'equipment:read',
      'equipment:changeStatus',
      'genealogy:read',
    ],
  },
  QUALITY_INSPECTOR: { title: 'Quality Inspector', permissions: [...READ, 'certificate:record'] },
  QUALITY_ENGINEER: {
    title: 'Quality Engineer',
    permissions: [
      ...READ,
      'certificate:record',
      'workOrder:hold',
      'inventory:scrap',
      'serial:scrap',
      'audit:read',
    ],
  },
  MATERIAL_HANDLER: {
    title: 'Material Handler',
    permissions: [
      ...READ,
      'inventory:receive',
      'inventory:issue',
      'inventory:scrap',
      'inventory:transfer',
      'inventory:adjust',
      'inventory:allocate',
      'location:edit',
      'serial:create',
      'certificate:record',
      'operation:backdate',
    ],
  },
  MAINTENANCE_TECHNICIAN: {
    title: 'Maintenance Technician',
    permissions: [
      'site:read',
      'equipment:read',
      'equipment:edit',
      'equipment:changeStatus',
      'workOrder:read',
      'part:read',
    ],
  },
  AUDITOR: {
    title: 'Auditor',
    permissions: [
      ...READ,
      'user:read',
      'audit:read',
      'audit:export',
      'integration:read',
      'workOrder:readCost',
    ],
  },
  ADMINISTRATOR: { title: 'Administrator', permissions: ALL },
  INTEGRATION: {
    title: 'Integration',
    permissions: [
      ...READ,
      'integration:read',
      'integration:send',
      'integration:acknowledge',
      'material:edit',
      'customer:edit',
      'part:edit',
      'part:publish',
      'bom:edit',
      'bom:publish',
      'routing:edit',
      'routing:publish',
    ],
  },
} as const satisfies Record<string, Role>;

export type RoleCode = keyof typeof ROLES;

/** The permissions of several roles together, sorted. */
export function permissionsOf(roles: readonly RoleCode[]): Permission[] {
  return [...new Set(roles.flatMap((role): readonly Permission[] => ROLES[role].permissions))].sort();
}
