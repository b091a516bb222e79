import { defineConsumer } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { takeSite } from './take-site.ts';

/** A site at which something may not conform. */
export const siteCreated = defineConsumer(authEvents['site.created'], takeSite);
