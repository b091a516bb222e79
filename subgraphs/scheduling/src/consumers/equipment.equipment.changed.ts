import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { takeEquipment } from './take-equipment.ts';

/** A machine that operations are planned on. */
export const equipmentChanged = defineConsumer(equipmentEvents['equipment.changed'], takeEquipment);
