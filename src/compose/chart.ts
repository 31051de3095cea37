/** The chart of a model: its computed series with the value in use and the break-even marked. */
import type { ModelResult } from "../calc/result.ts";
import type { Ends } from "../calc/series.ts";
import { say, type Wording } from "../core/wording.ts";
import { lineChart } from "../diagram/chart.ts";

/** SVG, and what it shows in words; nothing when the model has no chart. */
export function chartOf(
  { title, inputs, series }: ModelResult,
  wording: Wording,
): { svg: string; alt: string } | undefined {
  if (!series) return undefined;
  const { x, y, curves, points, crossings } = series;
  const axis = (words: string, label: string, percent: boolean) => ({
    title: words && label ? `${words} (${label})` : words || label,
    ...(percent ? { factor: 100, suffix: " %" } : {}),
  });
  const now = inputs.find(({ name }) => name === x.name);
  const [one, other] = curves.map((curve) => curve.title);
  const crossed = crossings.map(({ xText: x, yText: y }) =>
    say(wording, "{one} equals {other} at {x} ({y})", { one, other, x, y }),
  );
  const between = (what: string, [from, to]: Ends) =>
    from === to
      ? say(wording, "{what} at {value}", { what, value: from })
      : say(wording, "{what} from {from} to {to}", { what, from, to });
  const alt = [
    say(wording, "{title}: {curves} by {x}", {
      title: series.title || title,
      curves: curves.map(({ title: what, ends }) => (ends ? between(what, ends) : what)).join(", "),
      x: between(inSentence(x.title), x.ends),
    }),
    ...crossed,
  ].join("; ");
  const svg = lineChart({
    title: series.title || title,
    description: `${alt}.`,
    x: axis(x.title, x.percent ? "" : x.label, x.percent),
    y: axis(y.title, y.percent ? "" : y.label, y.percent),
    series: curves.map((curve, index) => ({
      title: curve.title,
      points: points.map((point) => ({ x: point.x, y: point.y[index] ?? Number.NaN })),
    })),
    ...(now?.value === undefined
      ? {}
      : { current: { x: now.value, label: say(wording, "default: {value}", { value: now.text }) } }),
    breakEvens: crossings.map((crossing) => ({
      x: crossing.x,
      y: crossing.y,
      label: say(wording, "break-even at {x}", { x: crossing.xText }),
    })),
  });
  return { svg, alt };
}

/** A title inside a sentence: its first letter small, unless it opens an abbreviation. */
const inSentence = (title: string) => title.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
