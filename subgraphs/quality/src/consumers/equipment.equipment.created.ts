import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { takeEquipment } from './take-equipment.ts';

/** A machine at which something may be found. */
export const equipmentCreated = defineConsumer(equipmentEvents['equipment.created'], takeEquipment);
