import type { Model } from './model.ts';
import type { Timing } from './plan.ts';
import type { Random } from './random.ts';

/** Takes an operation out of its sequence and puts it in elsewhere. */
export interface Move {
  readonly operation: number;
  readonly from: number;
  /** Its place in the sequence that it leaves. */
  readonly fromPosition: number;
  readonly to: number;
  /** Its place in the sequence that it comes to, once it is out of the other. */
  readonly toPosition: number;
}

/** Does a move. */
export function apply(sequences: number[][], move: Move): void {
  sequences[move.from]?.splice(move.fromPosition, 1);
  sequences[move.to]?.splice(move.toPosition, 0, move.operation);
}

/** Undoes a move. */
export function undo(sequences: number[][], move: Move): void {
  sequences[move.to]?.splice(move.toPosition, 1);
  sequences[move.from]?.splice(move.fromPosition, 0, move.operation);
}

/**
 * The operations that make `last` end when it does, from the first to it: each begins when the one before it, in
 * its job or on its machine, is over.
 */
export function criticalPath(model: Model, timing: Timing, sequences: number[][], last: number): number[] {
  const path = [last];
  const { after, fixed, release, job } = model;
  for (let o = last; ; ) {
    if (fixed[o]) break;
    let binding = -1;
    let until = release[job[o] as number] as number;
    const machine = timing.machine[o] as number;
    const before = sequences[machine]?.[(timing.position[o] as number) - 1];
    if (before !== undefined && (timing.end[before] as number) > until) {
      binding = before;
      until = timing.end[before] as number;
    }
    for (const one of after[o] as readonly number[]) {
      if ((timing.end[one] as number) <= until) continue;
      binding = one;
      until = timing.end[one] as number;
    }
    if (binding < 0) break;
    path.push(binding);
    o = binding;
  }
  return path.reverse();
}

/**
 * The neighbours of a plan worth trying, from a critical path: within each block of operations that follow one
 * another on a machine, neighbours change places (N1, and so N5 at its ends) and inner ones go to its ends (N6);
 * and each operation of the path goes to its other machines, to about when it could begin there.
 */
export function movesOf(
  model: Model,
  timing: Timing,
  sequences: number[][],
  path: readonly number[],
): Move[] {
  const moves: Move[] = [];
  for (let first = 0; first < path.length; ) {
    let last = first;
    while (last + 1 < path.length && follows(timing, path[last] as number, path[last + 1] as number)) last++;
    if (last > first) blockMoves(timing, path.slice(first, last + 1), moves);
    first = last + 1;
  }
  for (const operation of path) elsewhere(model, timing, sequences, operation, moves);
  return moves;
}

const follows = (timing: Timing, a: number, b: number): boolean =>
  timing.machine[a] === timing.machine[b] &&
  (timing.position[a] as number) >= 0 &&
  timing.position[b] === (timing.position[a] as number) + 1;

function blockMoves(timing: Timing, block: readonly number[], moves: Move[]): void {
  const machine = timing.machine[block[0] as number] as number;
  const begin = timing.position[block[0] as number] as number;
  const size = block.length;
  const add = (i: number, to: number) =>
    moves.push({
      operation: block[i] as number,
      from: machine,
      fromPosition: begin + i,
      to: machine,
      toPosition: begin + to,
    });
  for (let i = 0; i + 1 < size; i++) add(i, i + 1);
  if (size < 3) return;
  for (let i = 0; i < size; i++) {
    // neighbours have changed places already
    if (i > 1) add(i, 0);
    if (i < size - 2) add(i, size - 1);
  }
}

function elsewhere(
  model: Model,
  timing: Timing,
  sequences: number[][],
  operation: number,
  moves: Move[],
): void {
  const machines = model.machines[operation] as readonly number[];
  const from = timing.machine[operation] as number;
  const fromPosition = timing.position[operation] as number;
  if (model.fixed[operation] || machines.length < 2) return;
  let ready = model.release[model.job[operation] as number] as number;
  for (const one of model.after[operation] as readonly number[])
    ready = Math.max(ready, timing.end[one] as number);
  for (const to of machines) {
    if (to === from) continue;
    const sequence = sequences[to] as number[];
    let low = 0;
    let high = sequence.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((timing.end[sequence[middle] as number] as number) > ready) high = middle;
      else low = middle + 1;
    }
    for (let toPosition = low; toPosition <= Math.min(sequence.length, low + 2); toPosition++)
      moves.push({ operation, from, fromPosition, to, toPosition });
  }
}

/** At most `most` of the moves, drawn at random where there are more. */
export function sample(moves: Move[], most: number, random: Random): Move[] {
  if (moves.length <= most) return moves;
  for (let i = 0; i < most; i++) {
    const j = i + random.below(moves.length - i);
    [moves[i], moves[j]] = [moves[j] as Move, moves[i] as Move];
  }
  return moves.slice(0, most);
}
