import { defineConsumer } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { takeSite } from './take-site.ts';

/** A site whose clocks calendars go by. */
export const siteCreated = defineConsumer(authEvents['site.created'], takeSite);
