/** Findings as workflow commands of GitHub Actions: annotations at their lines. The job summary is the markdown reporter's. */
import type { Diagnostic, Severity } from "../../core/diagnostic.ts";
import { visible } from "../paint.ts";
import { workspaceFolder } from "../workspace-folder.ts";
import type { Reporter } from "./index.ts";
import { summaryOf } from "./summary.ts";

const level: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** As the runner decodes it; nothing in it can end the command or begin another. */
const data = (text: string) => visible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

export const github: Reporter = (report, host) => {
  const folder = workspaceFolder(host);
  return `${report.diagnostics.map((one) => annotation(one, folder)).join("")}${summaryOf(report)}\n`;
};

function annotation(
  { severity, file, line, column, endLine, endColumn, rule, message, hint }: Diagnostic,
  folder: string,
): string {
  // GitHub takes columns only within one line, and counts the last one in.
  const columns = endLine === line ? [`col=${column}`, `endColumn=${Math.max(column, endColumn - 1)}`] : [];
  const where = [
    `file=${property(folder + file)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    ...columns,
    `title=${property(rule)}`,
  ];
  return `::${level[severity]} ${where.join(",")}::${data(hint ? `${message}\n${hint}` : message)}\n`;
}
