/** Line charts of computed models as SVG: a pure function of the numbers, with labels at the lines instead of a legend. */
import { digest } from "../core/digest.ts";
import { fontFamily, palette } from "./config.ts";
import { type Box, freePlace } from "./free-place.ts";
import { textWidth, wrapped } from "./text-width.ts";
import { numberText, ticks } from "./ticks.ts";

export interface Axis {
  /** What is measured and in which unit, for example `Utilisation (%)`. */
  readonly title: string;
  /** Marks are multiplied by it before they are shown: 100 for a share shown as per cent. */
  readonly factor?: number;
  /** Stands after each mark, for example ` %`. */
  readonly suffix?: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Series {
  readonly title: string;
  /** In the order of x. A point that isn't finite interrupts the line. */
  readonly points: readonly Point[];
}

export interface LineChart {
  /** The accessible name; it is not drawn, for a figure has its caption. */
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** The value of x that holds today, as a vertical line with its label. */
  readonly current?: { readonly x: number; readonly label: string };
  /** Where two lines cross, as a ring with its label. */
  readonly breakEvens?: readonly (Point & { readonly label: string })[];
}

const size = { width: 700, height: 380, font: 13, small: 12 } as const;
const edge = { top: 52, bottom: 56, left: 20, right: 24 } as const;
const labelWidth = 132;

/** SVG text, 700 by 380, ended by a line break. A chart without a finite point shows its axes only. */
export function lineChart(chart: LineChart): string {
  const points = chart.series.flatMap(({ points }) => points).filter(isDrawn);
  const marked = [...points, ...(chart.breakEvens ?? []).filter(isDrawn)];
  const xs = [...marked.map(({ x }) => x), ...(chart.current ? [chart.current.x] : [])].filter(Number.isFinite);
  const ys = marked.map(({ y }) => y);
  const across = axisScale(chart.x, Math.min(...xs), Math.max(...xs), 7, false);
  const up = axisScale(chart.y, Math.min(...ys), Math.max(...ys), 5, true);
  const left = edge.left + Math.max(...up.marks.map(({ text }) => textWidth(text, size.small))) + 8;
  const right = size.width - edge.right - labelWidth;
  const bottom = size.height - edge.bottom;
  const toX = (x: number) => left + ((x - across.low) / (across.high - across.low)) * (right - left);
  const toY = (y: number) => bottom - ((y - up.low) / (up.high - up.low)) * (bottom - edge.top);
  const place = ({ x, y }: Point): Point => ({ x: toX(x), y: toY(y) });

  const id = `c${digest(JSON.stringify(chart)).slice(0, 8)}`;
  const parts = [
    `<title id="${id}-1">${xml(chart.title)}</title>`,
    `<desc id="${id}-2">${xml(chart.description)}</desc>`,
    `<rect width="${size.width}" height="${size.height}" rx="6" fill="${palette.card}"/>`,
    ...up.marks.map(({ at, text }) => {
      const y = n(toY(at));
      return (
        `<line x1="${n(left)}" y1="${y}" x2="${n(right)}" y2="${y}" stroke="${at === 0 ? palette.line : palette.rule}"/>` +
        words(left - 8, toY(at) + 4, [text], { anchor: "end", fill: palette.muted, size: size.small })
      );
    }),
    ...across.marks.map(({ at, text }) => {
      const x = n(toX(at));
      return (
        `<line x1="${x}" y1="${bottom}" x2="${x}" y2="${bottom + 5}" stroke="${palette.line}"/>` +
        words(toX(at), bottom + 20, [text], { anchor: "middle", fill: palette.muted, size: size.small })
      );
    }),
    `<line x1="${n(left)}" y1="${bottom}" x2="${n(right)}" y2="${bottom}" stroke="${palette.line}"/>`,
    words(edge.left, 26, [chart.y.title], { fill: palette.ink, weight: 600 }),
    words((left + right) / 2, size.height - 14, [chart.x.title], { anchor: "middle", fill: palette.ink, weight: 600 }),
  ];
  if (chart.current && Number.isFinite(chart.current.x)) {
    const x = toX(chart.current.x);
    const half = textWidth(chart.current.label, size.small) / 2;
    const middle = Math.min(Math.max(x, left + half), size.width - edge.right - half);
    parts.push(
      `<line x1="${n(x)}" y1="${edge.top - 4}" x2="${n(x)}" y2="${bottom}" stroke="${palette.muted}" stroke-dasharray="4 4"/>`,
      words(middle, edge.top - 9, [chart.current.label], { anchor: "middle", fill: palette.muted, size: size.small }),
    );
  }
  for (const [index, { points }] of chart.series.entries())
    parts.push(
      `<path d="${path(points, place)}" fill="none" stroke="${colour(index)}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"/>`,
    );
  parts.push(
    ...breakEvens(
      (chart.breakEvens ?? []).filter(isDrawn).map((mark) => ({ ...place(mark), label: mark.label })),
      chart.series.map(({ points }) => points.filter(isDrawn).map(place)),
      { x: left, y: edge.top, width: right - left, height: bottom - edge.top },
    ),
  );
  parts.push(...lineLabels(chart.series, place, right, bottom));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" ` +
    `role="img" aria-labelledby="${id}-1" aria-describedby="${id}-2" font-family="${xml(fontFamily)}" font-size="${size.font}">\n` +
    `${parts.join("\n")}\n</svg>\n`
  );
}

const isDrawn = ({ x, y }: Point) => Number.isFinite(x) && Number.isFinite(y);
const colour = (index: number) => palette.strokes[index % palette.strokes.length] as string;

/** A scale with its marks. An axis of amounts begins at 0, so that twice the height is twice the amount. */
function axisScale({ factor = 1, suffix = "" }: Axis, least: number, most: number, count: number, fromZero: boolean) {
  const [from, to] = Number.isFinite(least) ? [fromZero && least > 0 ? 0 : least, most] : [0, 1];
  const { values, digits } = ticks(from * factor, to * factor, count);
  const marks = values.map((value) => ({ at: value / factor, text: numberText(value, digits) + suffix }));
  if (fromZero) return { low: (values[0] as number) / factor, high: (values.at(-1) as number) / factor, marks };
  // Across, the lines fill the width: marks beyond their ends go.
  const high = to > from ? to : (values.at(-1) as number) / factor;
  const slack = (high - from) * 1e-9;
  return { low: from, high, marks: marks.filter(({ at }) => at >= from - slack && at <= high + slack) };
}

function path(points: readonly Point[], place: (point: Point) => Point): string {
  let pen = "M";
  return points
    .map((point) => {
      if (!isDrawn(point)) {
        pen = "M";
        return "";
      }
      const { x, y } = place(point);
      const step = `${pen}${n(x)} ${n(y)}`;
      pen = "L";
      return step;
    })
    .join("");
}

/** A ring on each crossing; its label goes where it covers neither a line nor another label. */
function breakEvens(
  marks: readonly (Point & { label: string })[],
  lines: readonly (readonly Point[])[],
  bounds: Box,
): string[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ x: x - 8, y: y - 8, width: 16, height: 16 }));
  const labels = marks.map(({ x, y, label }) => {
    const text = wrapped(label, size.small, 190);
    const width = Math.max(0, ...text.map((line) => textWidth(line, size.small) * 1.06));
    const height = text.length * 15;
    const candidates = [8, 24, 44, 68].flatMap((away) =>
      [y - away - height, y + away].flatMap((top) =>
        [x + 8, x - 8 - width, x - width / 2].map((left) => ({ x: left, y: top, width, height })),
      ),
    );
    const box = freePlace(candidates, lines, taken, bounds) as Box;
    taken.push(box);
    // On a ground of its own, so that a line behind the words does not disturb.
    return (
      `<rect x="${n(box.x - 2)}" y="${n(box.y)}" width="${n(width + 4)}" height="${height}" fill="${palette.card}" fill-opacity="0.85"/>` +
      words(box.x, box.y + 12, text, { fill: palette.ink, size: size.small, weight: 600 })
    );
  });
  const rings = marks.map(
    ({ x, y }) =>
      `<circle cx="${n(x)}" cy="${n(y)}" r="5.5" fill="${palette.card}" stroke="${palette.ink}" stroke-width="2"/>`,
  );
  return [...rings, ...labels];
}

/** Each line's name beside its last point, moved apart where they would cover each other. */
function lineLabels(
  series: readonly Series[],
  place: (point: Point) => Point,
  right: number,
  bottom: number,
): string[] {
  const height = 15;
  const labels = series.flatMap(({ title, points }, index) => {
    const last = points.filter(isDrawn).at(-1);
    if (!last) return [];
    const lines = wrapped(title, size.font, labelWidth - 8);
    const at = place(last);
    return [{ index, lines, from: at, y: at.y - ((lines.length - 1) * height) / 2 }];
  });
  labels.sort((a, b) => a.y - b.y || a.index - b.index);
  const below = (label: (typeof labels)[number]) => label.y + label.lines.length * height + 3;
  for (const [index, label] of labels.entries()) {
    const previous = labels[index - 1];
    label.y = Math.max(label.y, previous ? below(previous) : edge.top);
  }
  // What was pushed below the axis goes up again, and pushes in its turn.
  for (let index = labels.length - 1; index >= 0; index--) {
    const label = labels[index] as (typeof labels)[number];
    const next = labels[index + 1];
    const limit = next ? next.y : bottom + 12;
    label.y = Math.min(label.y, limit - label.lines.length * height - 3);
  }
  return labels.map(({ index, lines, y, from }) => {
    const middle = y + ((lines.length - 1) * height) / 2;
    const lead =
      Math.abs(middle - from.y) > 6 || right - from.x > 2
        ? `<path d="M${n(from.x + 3)} ${n(from.y)}L${n(Math.max(right, from.x) + 8)} ${n(middle)}" fill="none" stroke="${colour(index)}" stroke-opacity="0.5"/>`
        : "";
    return lead + words(right + 11, y + 4, lines, { fill: colour(index), weight: 600 });
  });
}

interface TextLook {
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly size?: number;
  readonly weight?: number;
}

/** Text drawn once: an outline of its own would stand twice in the text of a PDF. */
function words(x: number, y: number, lines: readonly string[], look: TextLook): string {
  const { fill, anchor = "start", size: fontSize = size.font, weight } = look;
  const attributes =
    (anchor === "start" ? "" : ` text-anchor="${anchor}"`) +
    (fontSize === size.font ? "" : ` font-size="${fontSize}"`) +
    (weight === undefined ? "" : ` font-weight="${weight}"`);
  const runs =
    lines.length === 1
      ? xml(lines[0] as string)
      : lines.map((line, index) => `<tspan x="${n(x)}"${index > 0 ? ' dy="15"' : ""}>${xml(line)}</tspan>`).join("");
  return `<text x="${n(x)}" y="${n(y)}" fill="${fill}"${attributes}>${runs}</text>`;
}

const n = (value: number) => `${Math.round(value * 100) / 100}`;

/** Text for XML: one line, markup as entities, and nothing that XML forbids. */
const xml = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
