import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { takeSerial } from './take-serial.ts';

/** A piece that may not conform. */
export const serialCreated = defineConsumer(materialEvents['serial.created'], takeSerial);
