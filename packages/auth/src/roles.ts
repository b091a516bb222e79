import { PERMISSIONS, type Permission } from './permissions.ts';

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
      'schedule:plan',
      'schedule:publish',
      'calendar:edit',
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
      'workOrder:complete',
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
      'schedule:plan',
      'schedule:publish',
      'calendar:edit',
      'alert:acknowledge',
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
      'schedule:read',
      'sensor:read',
      'alert:read',
      'alert:acknowledge',
      'nonConformance:read',
      'nonConformance:raise',
      'genealogy:read',
    ],
  },
  QUALITY_INSPECTOR: {
    title: 'Quality Inspector',
    permissions: [
      ...READ,
      'certificate:record',
      'lot:disposition',
      'nonConformance:raise',
      'nonConformance:edit',
      'disposition:propose',
      'correctiveAction:implement',
    ],
  },
  QUALITY_ENGINEER: {
    title: 'Quality Engineer',
    permissions: [
      ...READ,
      'certificate:record',
      'lot:disposition',
      'workOrder:hold',
      'inventory:scrap',
      'serial:scrap',
      'nonConformance:raise',
      'nonConformance:edit',
      'nonConformance:close',
      'disposition:propose',
      'disposition:decideForQuality',
      'disposition:recordCustomerDecision',
      'correctiveAction:implement',
      'correctiveAction:verify',
      'audit:read',
    ],
  },
  MANUFACTURING_ENGINEER: {
    title: 'Manufacturing Engineer',
    permissions: [
      ...READ,
      'part:edit',
      'part:publish',
      'bom:edit',
      'bom:publish',
      'routing:edit',
      'routing:publish',
      'nonConformance:raise',
      'nonConformance:edit',
      'disposition:propose',
      'disposition:decideForEngineering',
      'correctiveAction:implement',
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
      'nonConformance:raise',
    ],
  },
  MAINTENANCE_TECHNICIAN: {
    title: 'Maintenance Technician',
    permissions: [
      'site:read',
      'equipment:read',
      'equipment:edit',
      'equipment:changeStatus',
      'schedule:read',
      'calendar:edit',
      'sensor:read',
      'sensor:configure',
      'alert:read',
      'alert:acknowledge',
      'workOrder:read',
      'part:read',
      'nonConformance:read',
      'nonConformance:raise',
      'correctiveAction:implement',
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
      'deadLetter:read',
      'workOrder:readCost',
    ],
  },
  ADMINISTRATOR: { title: 'Administrator', permissions: ALL },
  INTEGRATION: {
    title: 'Integration',
    permissions: [
      ...READ,
      'integration:read',
      'deadLetter:read',
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
  /** Another company's program or people: trusted operations alone, and of them those that these permit. */
  PARTNER: {
    title: 'Partner',
    permissions: [
      'site:read',
      'part:read',
      'material:read',
      'workOrder:read',
      'inventory:read',
      'serial:read',
      'certificate:read',
      'genealogy:read',
    ],
  },
} as const satisfies Record<string, Role>;

export type RoleCode = keyof typeof ROLES;

/** The permissions of several roles together, sorted. */
export function permissionsOf(roles: readonly RoleCode[]): Permission[] {
  return [...new Set(roles.flatMap((role): readonly Permission[] => ROLES[role].permissions))].sort();
}

/** Whether roles, by their titles, let somebody run trusted operations alone: who is nothing but a partner. */
export const isBoundToTrusted = (titles: readonly string[]): boolean =>
  titles.length > 0 && titles.every((title) => title === ROLES.PARTNER.title);
