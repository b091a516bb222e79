import { defineConsumer } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { takeSite } from './take-site.ts';

/** A site that goes by another code. */
export const siteChanged = defineConsumer(authEvents['site.changed'], takeSite);
