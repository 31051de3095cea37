/** Findings for a person at a terminal: place, sentence, the line with a mark under it, and what to do. */
import type { Diagnostic } from "../../core/diagnostic.ts";
import { SourceText } from "../../core/source-text.ts";
import { harmless, paint, visible } from "../paint.ts";
import { placeOf } from "../place.ts";
import type { Reporter } from "./index.ts";
import { accountOf, countBySeverity, summaryOf } from "./summary.ts";

/** Longer lines are cut around the mark. */
const widest = 100;

export const text: Reporter = (report, host) => {
  const colours = paint(process.stdout);
  const sources = new Map<string, SourceText>();
  const sourceOf = (file: string) => {
    const known = sources.get(file) ?? new SourceText(file, decode(host.files.read(file)));
    sources.set(file, known);
    return known;
  };
  const name = { error: colours.red("error"), warning: colours.yellow("warning"), info: colours.blue("note") };
  const blocks = report.diagnostics.map((diagnostic) => {
    const { severity, rule, file, message, hint, related = [] } = diagnostic;
    return [
      `${colours.bold(placeOf(diagnostic))} ${name[severity]} ${harmless(message)} ${colours.dim(rule)}`,
      ...frame(diagnostic, sourceOf(file)).map((row) => colours.dim(row)),
      ...related.map((other) => `  ${colours.dim("see")} ${placeOf(other)} ${harmless(other.message)}`),
      ...(hint ? [`  ${colours.dim("hint")} ${harmless(hint)}`] : []),
      "",
    ].join("\n");
  });
  const { error, warning } = countBySeverity(report.found ?? report.diagnostics);
  const colour = error > 0 ? colours.red : warning > 0 ? colours.yellow : colours.green;
  const account = accountOf(report);
  return `${blocks.join("\n")}${blocks.length > 0 ? "\n" : ""}${account ? `${colours.dim(account)}\n` : ""}${colour(summaryOf(report))}\n`;
};

function frame({ line, column, endLine, endColumn }: Diagnostic, source: SourceText): string[] {
  const whole = visible(source.line(line).replaceAll("\t", " "));
  if (whole.trim() === "") return [];
  const cut = Math.max(0, Math.min(column - 1 - Math.floor(widest / 3), whole.length - widest));
  const shown = whole.slice(cut, cut + widest);
  const end = endLine === line ? endColumn : whole.length + 1;
  const length = Math.max(1, Math.min(end, cut + widest + 1) - column);
  const number = String(line);
  return [
    `  ${number} | ${shown}`,
    `  ${" ".repeat(number.length)} | ${" ".repeat(Math.max(0, column - 1 - cut))}${"^".repeat(length)}`,
  ];
}

const decode = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : "");
