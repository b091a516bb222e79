import type { Permissions } from '@machshop/server';
import { read } from '../genealogy/permissions.ts';

export const permissions: Permissions = { ProcessStep: read };
