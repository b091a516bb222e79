import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { takeWorkCenter } from './take-work-center.ts';

/** A work center that dispatch lists and calendars name. */
export const workCenterCreated = defineConsumer(equipmentEvents['work-center.created'], takeWorkCenter);
