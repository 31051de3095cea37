/** `dossier init` */

import type { BriefArea } from "../../app/brief.ts";
import type { InitOptions } from "../../app/init.ts";
import { UserError } from "../../core/user-error.ts";
import { isInteractive } from "../ask.ts";
import type { Command } from "../command.ts";
import { interview } from "../interview.ts";
import { withProject } from "../open.ts";

interface Options {
  readonly fromBrief?: string;
  readonly title?: string;
  readonly area?: readonly string[];
  readonly deliverable?: string;
  readonly language?: string;
  readonly style?: string;
  readonly templates?: boolean;
  readonly yes?: boolean;
}

const collect = (value: string, before: readonly string[] = []) => [...before, value];

export const initCommand: Command = {
  name: "init",
  summary: "start a dossier in a folder: a worked example, or your own questions",
  examples: [
    "dossier init",
    "dossier init housing --from-brief brief.md",
    'dossier init --title "Fleet renewal" --area "Cost: What does a van cost? When does it pay?" --area "Charging: Where?"',
  ],
  define: (command) =>
    command
      .argument("[folder]", "where to start it; made when it does not exist")
      .option(
        "--from-brief <file>",
        "take areas, questions, sections and minimum numbers from a Markdown brief; - for stdin",
      )
      .option("--title <text>", "title of the report")
      .option("--area <text>", 'an area with its questions: "Title: Question? Question?"; may be repeated', collect)
      .option("--deliverable <path>", "where the report is written (default: docs/report.md)")
      .option("--language <tag>", "language of the report, such as en or fr")
      .option("--style <name>", "citation style: dossier, dossier-author-date, or the path of a CSL file")
      .option("--templates", "copy the report's templates into templates/, to change or translate them")
      .option("-y, --yes", "ask nothing")
      .action(async (folder: string | undefined, options: Options) => {
        const brief = options.fromBrief === undefined ? undefined : await readBrief(options.fromBrief);
        const told = await toldBy(options);
        const { newFolder } = await import("../../host/new-folder.ts");
        const { resolve } = await import("node:path");
        const base = (command.optsWithGlobals() as { directory?: string }).directory ?? ".";
        const target = resolve(base, folder ?? ".");
        newFolder(target);
        command.setOptionValue("directory", target);
        await withProject(command, async (host) => {
          const { init } = await import("../../app/init.ts");
          const { created, kept, example } = await init(host, { ...brief, ...told });
          process.stdout.write(
            `Created ${created.length} files in ${folder ?? "this folder"}${kept.length > 0 ? `; left as they were: ${kept.join(", ")}` : ""}.\n`,
          );
          if (brief) process.stdout.write(summaryOf(brief));
          process.stdout.write(
            `Next: ${folder ? `cd ${folder}, then ` : ""}\`dossier lint\`, \`dossier build\`, \`dossier status\`.${example ? " The example is there to be replaced, file by file." : ""}\n`,
          );
        });
      }),
};

async function readBrief(path: string) {
  const [{ parseBrief }, { readGiven }] = await Promise.all([
    import("../../app/brief.ts"),
    import("../../host/given-file.ts"),
  ]);
  const { title, deliverable, ...brief } = parseBrief(new TextDecoder().decode(await readGiven(path, process.stdin)));
  if (brief.areas.length === 0)
    throw new UserError(
      `There are no questions in ${path}.`,
      "Write each area as a heading and its questions as a list below it, introduced by “Research questions:” or each with a question mark.",
    );
  return { ...brief, ...(title ? { title } : {}), ...(deliverable ? { deliverable } : {}) };
}

async function toldBy(options: Options): Promise<InitOptions> {
  const { title, area = [], deliverable, language, style, templates } = options;
  const flags = {
    ...(title ? { title } : {}),
    ...(deliverable ? { deliverable } : {}),
    ...(language ? { language } : {}),
    ...(style ? { style } : {}),
    ...(templates ? { templates } : {}),
  };
  if (area.length > 0) return { ...flags, areas: await areasOf(area) };
  if (!isInteractive() || options.yes || options.fromBrief || title) return flags;
  return interview(async ({ one, many }) => {
    process.stderr.write("Press Enter at each question for a small worked example.\n");
    const asked = await one("Title of the report:");
    const lines: string[] = [];
    for (const name of await many("An area:"))
      lines.push(`${name}: ${(await many(`A question of “${name}”:`)).join(" | ")}`);
    return {
      ...flags,
      ...(asked ? { title: asked } : {}),
      ...(lines.length > 0 ? { areas: await areasOf(lines) } : {}),
    };
  });
}

async function areasOf(lines: readonly string[]): Promise<BriefArea[]> {
  const { slugOf } = await import("../../app/slug.ts");
  const areas = new Set<string>();
  const taken = new Set<string>();
  return lines.map((line) => {
    const [title = "", ...rest] = line.split(":");
    const asked = rest
      .join(":")
      .split(/(?<=\?)\s+|\s*\|\s*/)
      .map((text) => text.trim())
      .filter(Boolean);
    if (title.trim() === "" || asked.length === 0)
      throw new UserError(
        `The area “${line}” has no question.`,
        'Write --area "Title: First question? Second question?".',
      );
    const questions = asked.map((asks) => ({
      id: slugOf(asks, taken),
      title: asks
        .replace(/[?.]+$/, "")
        .split(/\s+/)
        .slice(0, 7)
        .join(" "),
      asks,
    }));
    return { id: slugOf(title, areas), title: title.trim(), questions };
  });
}

function summaryOf({ areas, sections, minimums, requires }: Awaited<ReturnType<typeof readBrief>>): string {
  const questions = areas.reduce((sum, area) => sum + area.questions.length, 0);
  const unclear = minimums.filter(({ threshold }) => !threshold);
  return [
    `From the brief: ${areas.length} areas, ${questions} questions; sections ${sections.join(", ") || "as built in"}; minimums ${minimums.map(({ number, what }) => `${number} ${what}`).join("; ") || "none"}.`,
    ...Object.entries(requires).map(([kind, fields]) => `Each ${kind} must have: ${fields.join(", ")}.`),
    ...unclear.map(
      ({ number, what }) => `Not understood: “${number} ${what}”; set a threshold in research/dossier.yaml.`,
    ),
    "",
  ].join("\n");
}
