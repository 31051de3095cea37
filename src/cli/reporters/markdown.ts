/** Findings as Markdown: for a pull request, or the summary of a CI job. */
import { harmless } from "../paint.ts";
import type { Reporter } from "./index.ts";
import { summaryOf } from "./summary.ts";

/** A comment on a code host holds about 65,000 characters. */
const most = 100;

const cell = (text: string) =>
  harmless(text)
    .replace(/\s+/g, " ")
    .replace(/[\\|<>[\]*_`@#]/g, (sign) => `\\${sign}`);

export const markdown: Reporter = (report) => {
  const { diagnostics } = report;
  const rows = diagnostics
    .slice(0, most)
    .map(
      ({ severity, file, line, message, hint, rule }) =>
        `| ${severity} | ${cell(file)}:${line} | ${cell(message)}${hint ? ` *${cell(hint)}*` : ""} | ${cell(rule)} |`,
    );
  const left = diagnostics.length - rows.length;
  return [
    `**${cell(summaryOf(report))}**`,
    "",
    ...(rows.length > 0 ? ["| Severity | Place | Finding | Rule |", "|---|---|---|---|", ...rows, ""] : []),
    ...(left > 0 ? [`${left} more are left out.`, ""] : []),
  ].join("\n");
};
