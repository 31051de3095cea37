/** A rule as a page of Markdown, and the list of all of them: docs/rules/ is made of these. */
import type { Excerpt, Explanation } from "./explain.ts";

export function rulePage(explanation: Explanation): string {
  const { id, family, severity, summary, why, limits, thresholds, good, bad, settings } = explanation;
  const named = Object.entries(thresholds);
  return [
    `# ${id}`,
    "",
    summary,
    "",
    `Family: ${family}. Severity: ${severity}, unless a profile or \`severities\` in \`research/dossier.yaml\` says otherwise.`,
    "",
    ...(why ? ["## Why", "", why, ""] : []),
    ...(limits ? ["## What it leaves alone", "", limits, ""] : []),
    ...(named.length > 0
      ? ["## Thresholds", "", ...named.map(([name, meaning]) => `- \`${name}\`: ${meaning}.`), ""]
      : []),
    ...(bad ? ["## What it reports", "", ...profile(settings.bad), ...block(bad), ""] : []),
    ...(good ? ["## What it accepts", "", ...profile(settings.good), ...block(good), ""] : []),
    ...(family === "files"
      ? []
      : [
          "## To ignore it once",
          "",
          "A comment with a reason quiets it on the next line; an unused one is reported.",
          "",
          "```md",
          `<!-- dossier-ignore ${id}: why -->`,
          "```",
          "",
        ]),
  ].join("\n");
}

export function rulesIndex(all: readonly Explanation[]): string {
  const families = [...new Set(all.map(({ family }) => family))].sort();
  return [
    "# Rules",
    "",
    `${all.length} rules. \`dossier explain <rule>\` prints the same pages. Severities are those of a rule that nothing changes; a count or share is examined only if the profile sets its threshold.`,
    "",
    ...families.flatMap((family) => [
      `## ${family}`,
      "",
      "| Rule | Severity | What holds |",
      "|---|---|---|",
      ...all
        .filter((one) => one.family === family)
        .map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary.replaceAll("|", "\\|")} |`),
      "",
    ]),
  ].join("\n");
}

const profile = (setting: string | undefined) => (setting ? [`With \`${setting}\` in the profile:`, ""] : []);

function block({ file, lines, mark }: Excerpt): string[] {
  const language = file.slice(file.lastIndexOf(".") + 1).replace("mmd", "mermaid");
  const shown = lines.flatMap((line, index) =>
    mark?.line === index ? [line, `${" ".repeat(mark.start)}${"^".repeat(mark.end - mark.start)}`] : [line],
  );
  const longest = Math.max(2, ...[...lines.join("\n").matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // A fence named `mermaid` would be drawn, and a mark under a line is none of its language.
  return [
    `\`research/${file}\``,
    "",
    `${fence}${mark ? "text" : language === "mermaid" ? "text" : language}`,
    ...shown,
    fence,
  ];
}
