import { createHash } from 'node:crypto';

/**
 * Knows by packet id (there are 65,535) the last acknowledged-delivery message that was stored, so that one that
 * the broker sends again, as it had not seen our acknowledgement, is not stored twice. What it knows is kept in
 * the transaction that stores the readings, so it holds across a kill.
 */
export class Redelivery {
  readonly #known: Map<number, string>;

  /** `marks`: packet id and digest, as kept. */
  constructor(marks: ReadonlyMap<string, string>) {
    this.#known = new Map([...marks].map(([id, digest]) => [Number(id), digest]));
  }

  static digest(topic: string, payload: Uint8Array): string {
    return createHash('sha1').update(topic).update('\0').update(payload).digest('base64').slice(0, 12);
  }

  isKnown(packetId: number, digest: string): boolean {
    return this.#known.get(packetId) === digest;
  }

  note(packetId: number, digest: string): void {
    this.#known.set(packetId, digest);
  }

  /** The message was not stored after all. */
  forget(packetId: number): void {
    this.#known.delete(packetId);
  }
}
