import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { takeSerial } from './take-serial.ts';

/** Also of a piece that was made before quality listened. */
export const serialChanged = defineConsumer(materialEvents['serial.changed'], takeSerial);
