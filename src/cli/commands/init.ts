/** `dossier init` */

import type { BriefArea } from "../../app/brief.ts";
import type { InitOptions } from "../../app/init.ts";
import { UserError } from "../../core/user-error.ts";
import { type Ask, conversation, isInteractive } from "../ask.ts";
import type { Command } from "../command.ts";
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

interface AskedArea {
  readonly title: string;
  readonly questions: readonly string[];
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
  if (area.length > 0) return { ...flags, areas: await areasOf(area.map(askedIn)) };
  if (!isInteractive() || options.yes || options.fromBrief || title) return flags;
  const ending = new UserError("Nothing was written.", "Run it again, or say it with flags: `dossier init --help`.");
  const told = await conversation(ending, interview);
  return {
    ...flags,
    ...(told.title ? { title: told.title } : {}),
    ...(told.areas.length > 0 ? { areas: await areasOf(told.areas) } : {}),
  };
}

/** A title, then area by area with its questions; Enter alone ends each list. */
async function interview(ask: Ask): Promise<{ title: string; areas: AskedArea[] }> {
  process.stderr.write("Press Enter at the first two questions for a small worked example.\n");
  const title = await ask("Title of the report:");
  const areas: AskedArea[] = [];
  for (let area = await ask("An area:"); area !== ""; area = await ask("Another area, or Enter:")) {
    const questions: string[] = [];
    for (let question = ""; question !== "" || questions.length === 0; ) {
      question = await ask(questions.length === 0 ? `A question of “${area}”:` : "Another question, or Enter:");
      if (question !== "") questions.push(question);
    }
    areas.push({ title: area, questions });
  }
  return { title, areas };
}

/** An area as `--area` says it. */
function askedIn(line: string): AskedArea {
  const [title = "", ...rest] = line.split(":");
  const questions = rest
    .join(":")
    .split(/(?<=\?)\s+|\s*\|\s*/)
    .map((text) => text.trim())
    .filter(Boolean);
  if (title.trim() !== "" && questions.length > 0) return { title: title.trim(), questions };
  throw new UserError(`The area “${line}” has no question.`, 'Write --area "Title: First question? Second question?".');
}

async function areasOf(asked: readonly AskedArea[]): Promise<BriefArea[]> {
  const { slugOf } = await import("../../app/slug.ts");
  const areas = new Set<string>();
  const taken = new Set<string>();
  return asked.map(({ title, questions: all }) => {
    const questions = all.map((asks) => ({
      id: slugOf(asks, taken),
      title: asks
        .replace(/[?.]+$/, "")
        .split(/\s+/)
        .slice(0, 7)
        .join(" "),
      asks,
    }));
    return { id: slugOf(title, areas), title, questions };
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
