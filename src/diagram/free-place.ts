/** Where a label disturbs least: away from lines, from other labels and from the edge. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Spot {
  readonly width: number;
  readonly height: number;
}

/** The candidate that covers the least; earlier ones are liked better. All in one unit, y downwards. */
export function freePlace(
  candidates: readonly Box[],
  lines: readonly (readonly Spot[])[],
  taken: readonly Box[],
  bounds: Box,
): Box | undefined {
  let best: { box: Box; cost: number } | undefined;
  for (const [rank, box] of candidates.entries()) {
    const covered = lines.reduce((sum, line) => sum + coveredLength(line, box), 0);
    const collisions = taken.filter((other) => overlaps(box, other)).length;
    const cost = covered + 2 * rank + 500 * collisions + (inside(box, bounds) ? 0 : 2000);
    if (!best || cost < best.cost) best = { box, cost };
  }
  return best?.box;
}

/** Roughly how much of a line runs under the box: it is walked in steps of two. */
function coveredLength(line: readonly Spot[], box: Box): number {
  let sum = 0;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (!from) continue;
    const steps = Math.min(1000, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 2));
    for (let step = 0; step < steps; step++) {
      const at = { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps };
      if (at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height) sum += 2;
    }
  }
  return sum;
}

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const inside = (box: Box, bounds: Box) =>
  box.x >= bounds.x &&
  box.y >= bounds.y &&
  box.x + box.width <= bounds.x + bounds.width &&
  box.y + box.height <= bounds.y + bounds.height;
