import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { takeEquipment } from './take-equipment.ts';

/** Also of a machine that was made before quality listened. */
export const equipmentChanged = defineConsumer(equipmentEvents['equipment.changed'], takeEquipment);
