import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { noteEquipment } from '../replica/note.ts';

/** The machine may have another name. */
export const equipmentChanged = defineConsumer(equipmentEvents['equipment.changed'], ({ data }, ctx) =>
  noteEquipment(ctx, data),
);
