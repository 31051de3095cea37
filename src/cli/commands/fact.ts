/** `dossier fact` */
import { Option } from "commander";
import { UserError } from "../../core/user-error.ts";
import type { Fact } from "../../model/source.ts";
import type { Command } from "../command.ts";
import { withProject } from "../open.ts";

interface Options {
  readonly id?: string;
  readonly states?: string;
  readonly figure?: string[];
  readonly at?: string;
  readonly seen?: string;
  readonly copy?: Fact["copy"];
  readonly via?: string;
  readonly passage?: string;
  readonly page?: string;
  readonly quote?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly vendorSelf?: boolean;
  readonly by?: string;
  readonly note?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const copies = ["primary", "primary-excerpt", "secondary"] as const;

export const factCommand: Command = {
  name: "fact",
  summary: "add a fact to a source, bound to the passage that carries it",
  examples: [
    'dossier fact uber-genai-gateway --id volume --states "about 30 teams use it" --figure "30 teams" --at "section Results" --copy primary --passage passage.txt',
    "pbpaste | dossier fact uber-genai-gateway --id volume … --passage - --page saved.html",
  ],
  define: (command) =>
    command
      .argument("<key>", "the source")
      .option("--id <slug>", "name of the fact within its source")
      .option("--states <text>", "what it states, in your own words")
      .option(
        "--figure <text>",
        "a figure of it as sentences may use it; repeat for each",
        (text: string, all: string[] = []) => [...all, text],
      )
      .option("--at <locator>", "where it stands: a section, page or table")
      .option("--seen <date>", "day it was read (default: today)")
      .addOption(new Option("--copy <kind>", "what was read").choices(copies))
      .option("--via <url>", "what was read instead of the source, for a secondary copy")
      .option("--passage <file>", "the passage that carries it (- for stdin); only its fingerprint is stored")
      .option("--page <file>", "a saved copy of the page; the passage must stand on it")
      .option("--quote <text>", "store this quotation instead of a fingerprint")
      .option("--prefix <text>", "words before the quotation")
      .option("--suffix <text>", "words after it")
      .option("--vendor-self", "the vendor measured its own product")
      .option("--by <who>", "who read it")
      .option("--note <text>", "a note")
      .option("--dry-run", "show the file as it would be, write nothing")
      .option("--json", "answer in JSON")
      .action((key: string, options: Options) =>
        withProject(command, async (host) => {
          const [{ addFact }, { harmless }] = await Promise.all([import("../../app/fact.ts"), import("../paint.ts")]);
          if (options.quote === undefined && (options.prefix !== undefined || options.suffix !== undefined))
            throw new UserError("--prefix and --suffix belong to --quote.", "Give the quotation as well.");
          const fact = await complete(options, host.now().toISOString().slice(0, 10));
          const passage =
            options.passage === undefined ? undefined : new TextDecoder().decode(await given(options.passage));
          const page = options.page === undefined ? undefined : await pageAt(options.page);
          const request = {
            key,
            fact,
            ...(passage !== undefined ? { passage } : {}),
            ...(page ? { page } : {}),
            ...(options.dryRun ? { dryRun: true } : {}),
          };
          const result = await addFact(host, request);
          if ("refused" in result) {
            process.exitCode = 1;
            if (options.json)
              process.stdout.write(`${JSON.stringify({ version: 1, refused: result.refused, hint: result.hint })}\n`);
            else process.stderr.write(`${harmless(result.refused)}.\n${harmless(result.hint)}\n`);
            return;
          }
          for (const note of result.notes) process.stderr.write(`note: ${harmless(note)}\n`);
          if (options.json)
            process.stdout.write(`${JSON.stringify({ version: 1, path: result.path, fact: result.fact })}\n`);
          else if (options.dryRun) process.stdout.write(result.text);
          else process.stdout.write(`Added ${key}#${result.fact.id} to ${result.path}.\n`);
        }),
      ),
};

/** The fact as far as flags and a person say it. */
async function complete(options: Options, today: string): Promise<Omit<Fact, "pin">> {
  const { askFor } = await import("../ask.ts");
  const asked = [
    { flag: "--id", question: "Name of the fact, such as cache-hit-rate", value: options.id },
    { flag: "--states", question: "What it states, in your own words", value: options.states },
    { flag: "--at", question: "Where it stands", value: options.at },
    { flag: "--copy", question: "What was read", value: options.copy, choices: copies },
  ];
  const answers = await askFor(
    asked.filter(({ value }) => !value),
    "Give it as an option; `dossier fact --help` shows all of them.",
  );
  const value = (flag: string) =>
    (asked.find((one) => one.flag === flag)?.value ?? answers.get(flag) ?? "").replace(/\s+/g, " ").trim();
  const copy = value("--copy") as Fact["copy"];
  if (copy === "secondary" && !options.via)
    throw new UserError("Missing --via.", "A secondary copy names what was read: --via https://…");
  const { figure, via, quote, prefix, suffix, vendorSelf, by, note } = options;
  return {
    id: value("--id"),
    states: value("--states"),
    ...(figure ? { figures: figure } : {}),
    at: value("--at"),
    seen: options.seen ?? today,
    copy,
    ...(via ? { via } : {}),
    ...(vendorSelf ? { flags: ["vendor-self"] } : {}),
    ...(quote ? { quote: { exact: quote, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) } } : {}),
    ...(by ? { by } : {}),
    ...(note ? { note } : {}),
  };
}

async function given(path: string): Promise<Uint8Array> {
  const { readGiven } = await import("../../host/given-file.ts");
  return readGiven(path, process.stdin);
}

async function pageAt(path: string) {
  const { typeOfName } = await import("../../evidence/media-type.ts");
  return { type: typeOfName(path), body: await given(path) };
}
