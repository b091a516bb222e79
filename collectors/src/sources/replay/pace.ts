/** When the lines of a recording are due, at a speed and with long pauses cut down. Times in milliseconds. */
export class Pace {
  readonly #speed: number;
  readonly #maxPauseMs: number;
  #previous: number | null = null;
  #elapsed = 0;

  constructor(speed: number, maxPauseMs: number) {
    this.#speed = speed;
    this.#maxPauseMs = maxPauseMs;
  }

  /** How long after the first line this one is due. A line that is earlier than the one before is due with it. */
  dueAfter(time: number): number {
    const pause = this.#previous === null ? 0 : Math.max(0, time - this.#previous);
    this.#elapsed += Math.min(pause, this.#maxPauseMs);
    this.#previous = Math.max(time, this.#previous ?? time);
    return this.#elapsed / this.#speed;
  }
}
