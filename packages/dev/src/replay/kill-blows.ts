/** What is ended by SIGKILL: the plant's own process, one of its servers, or all three in one moment. */
export type Victim = 'plant' | 'nats-server' | 'PostgreSQL' | 'everything';

/** One kill. */
export interface Blow {
  readonly victim: Victim;
  /** It falls when this share of the replay is reached: 0 to 1. */
  readonly share: number;
  /** And so much later, in milliseconds: in the midst of whatever is going on then. */
  readonly delayMs: number;
  /** The start that follows is killed after so many milliseconds, the next one after so many, … */
  readonly again: readonly number[];
}

const VICTIMS: readonly Victim[] = [
  'plant',
  'everything',
  'nats-server',
  'plant',
  'PostgreSQL',
  'plant',
  'everything',
];
const DELAY_MS = 120;
const START_MS = 5_000;
/** Of the kills that end the plant's process, so many (of 3) are followed by a kill of its start. */
const STARTS_KILLED = 3;

/** Random kills in the order in which they fall; the same seed gives the same. */
export function planBlows(seed: number, count: number): Blow[] {
  const random = numbers(seed);
  const shares = Array.from({ length: count }, random).sort((a, b) => a - b);
  // the last one falls when all is played and the consumers are still at it
  shares.splice(-1, 1, ...(count > 0 ? [1] : []));
  return shares.map((share, index) => {
    const victim = VICTIMS[index % VICTIMS.length] as Victim;
    const delayMs = Math.floor(random() * DELAY_MS);
    const endsPlant = victim === 'plant' || victim === 'everything';
    const kills = endsPlant && index % STARTS_KILLED === 0 ? 1 + Math.floor(random() * 2) : 0;
    const again = Array.from({ length: kills }, () => Math.floor(random() * START_MS));
    return { victim, share, delayMs, again };
  });
}

/** How many processes are ended in all. */
export const countKills = (blows: readonly Blow[]): number =>
  blows.reduce((sum, { victim, again }) => sum + (victim === 'everything' ? 3 : 1) + again.length, 0);

/** Numbers from 0 to 1 (mulberry32): for choosing moments, nothing more. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
