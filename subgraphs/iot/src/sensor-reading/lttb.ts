/** A point of a chart. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Largest triangle three buckets (Steinarsson, "Downsampling Time Series for Visual Representation", 2013): the
 * indices of at most `budget` points, in order, that keep the look of the line; the first and the last are among
 * them. `budget` is at least 2.
 */
export function lttb(points: readonly Point[], budget: number): number[] {
  if (points.length <= budget) return points.map((_, index) => index);
  const last = points.length - 1;
  if (budget <= 2) return [0, last];
  const kept = [0];
  const width = (points.length - 2) / (budget - 2);
  let anchor = points[0] as Point;
  for (let bucket = 0; bucket < budget - 2; bucket++) {
    const start = 1 + Math.floor(bucket * width);
    const end = 1 + Math.floor((bucket + 1) * width);
    const next = mean(
      points,
      end,
      bucket === budget - 3 ? points.length : 1 + Math.floor((bucket + 2) * width),
    );
    let [best, bestArea] = [start, -1];
    for (let index = start; index < end; index++) {
      const area = twiceArea(anchor, points[index] as Point, next);
      if (area > bestArea) [best, bestArea] = [index, area];
    }
    kept.push(best);
    anchor = points[best] as Point;
  }
  kept.push(last);
  return kept;
}

function mean(points: readonly Point[], from: number, to: number): Point {
  const end = Math.max(from + 1, Math.min(to, points.length));
  let [x, y] = [0, 0];
  for (let index = from; index < end; index++) {
    const point = points[index] as Point;
    x += point.x;
    y += point.y;
  }
  return { x: x / (end - from), y: y / (end - from) };
}

const twiceArea = (a: Point, b: Point, c: Point): number =>
  Math.abs((a.x - c.x) * (b.y - a.y) - (a.x - b.x) * (c.y - a.y));
