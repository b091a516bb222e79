import { Caller } from '../caller.ts';
import type { E2ePlant } from '../e2e-plant.ts';
import { hire, type People } from './people.ts';

/** A plant with its people; what one chapter made, the next ones look up by its number. */
export interface Story {
  readonly plant: E2ePlant;
  readonly people: People;
  /** Somebody without a token. */
  readonly nobody: Caller;
}

/** Chapters are told before the plant runs, and ask for it when it does. */
export type Tell = () => Story;

export async function beginStory(plant: E2ePlant): Promise<Story> {
  return { plant, people: await hire(plant, plant.tenant), nobody: new Caller(plant.origin) };
}

/** The numbers of the scenario. */
export const BLADES = 'E2E-BLADES';
export const ROTOR = 'E2E-ROTOR';
export const TITANIUM_LOT = 'LOT-TI-1';
export const BOLT_LOT = 'LOT-BOLT-1';
export const BLADE_SERIALS = ['BLADE-1', 'BLADE-2', 'BLADE-3'] as const;
export const ROTOR_SERIAL = 'ROTOR-1';
export const SCHEDULE_ID = 'ERP-SCHEDULE-7';

interface OrderView {
  readonly id: string;
  readonly status: string;
  readonly operations: readonly { readonly id: string; readonly number: number; readonly status: string }[];
}

/** An order as anybody who may read it sees it; null when there is none. */
export async function orderOf(caller: Caller, number: string): Promise<OrderView | null> {
  const { workOrderByNumber } = await caller.ask<{ workOrderByNumber: OrderView | null }>(
    'query ($number: String!) { workOrderByNumber(number: $number) { id status operations { id number status } } }',
    { number },
  );
  return workOrderByNumber;
}

/** An order that must be there. */
export async function theOrder(caller: Caller, number: string): Promise<OrderView> {
  const order = await orderOf(caller, number);
  if (!order) throw new Error(`there is no order ${number}`);
  return order;
}

/** The id of an operation of an order. */
export async function operationId(caller: Caller, orderNumber: string, number: number): Promise<string> {
  const operation = (await theOrder(caller, orderNumber)).operations.find((one) => one.number === number);
  if (!operation) throw new Error(`${orderNumber} has no operation ${number}`);
  return operation.id;
}
