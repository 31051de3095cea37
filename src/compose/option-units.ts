/** Which columns of an options table name their unit in the head: those whose cells do not say it themselves. */
import { pattern } from "./marks.ts";
import { asMarkdown } from "./templates.ts";
import type { View } from "./views.ts";

/** The same options, without the units that every figure below repeats. */
export function withoutRepeatedUnits(options: View): View {
  const rows = options["rows"] as readonly { readonly values: View }[];
  const factors = (options["factors"] as readonly { readonly id: string; readonly unit?: string }[]).map((factor) => {
    const cells = rows.map(({ values }) => asMarkdown(values[factor.id] ?? "").replace(pattern, ""));
    const bare = cells.some((cell) => Number(cell.replaceAll(",", "")) > 0);
    const named = cells.some((cell) => /\d/.test(cell) && Number.isNaN(Number(cell.replaceAll(",", ""))));
    return named && !bare ? { ...factor, unit: undefined } : factor;
  });
  return { ...options, factors };
}
