import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { noteEquipment } from '../replica/note.ts';

/** Sensors belong to machines. */
export const equipmentCreated = defineConsumer(equipmentEvents['equipment.created'], ({ data }, ctx) =>
  noteEquipment(ctx, data),
);
