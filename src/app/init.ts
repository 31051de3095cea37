/** `init`: a folder becomes a dossier that lints and builds at once; what is there already stays as it is. */
import { parse } from "yaml";
import type { Host } from "../core/host.ts";
import { UserError } from "../core/user-error.ts";
import { exampleFiles } from "../lint/example.ts";
import { forbidden } from "../load/text.ts";
import { workspace } from "../load/workspace.ts";
import { schemaLine } from "../model/kinds.ts";
import type { BriefArea } from "./brief.ts";
import type { Demands, Minimum } from "./brief-demands.ts";
import { configText } from "./init-config.ts";
import { outputPath } from "./output-path.ts";
import { type ReportSection, reportTemplate, sectionsOf } from "./report-template.ts";
import { jsonSchemas } from "./schema.ts";

export interface InitOptions extends Partial<Demands> {
  readonly title?: string;
  readonly deliverable?: string;
  readonly language?: string;
  readonly style?: string;
  /** Without any, the new dossier is a small worked example. */
  readonly areas?: readonly BriefArea[];
  /** Titles of the sections that the report must have. */
  readonly sections?: readonly string[];
  /** Copies the built-in templates into `templates/`, to be changed or translated. */
  readonly templates?: boolean;
}

export interface InitResult {
  readonly created: readonly string[];
  /** Files that were there before. */
  readonly kept: readonly string[];
  readonly example: boolean;
}

const minimums: readonly Minimum[] = [
  { number: 3, what: "case studies an area", threshold: "cases-per-area" },
  { number: 20, what: "cited sources", threshold: "sources-cited" },
];

/** Throws UserError where there is a dossier already. */
export async function init(host: Host, options: InitOptions): Promise<InitResult> {
  const config = `${workspace}/dossier.yaml`;
  const files = startFiles(host, withoutControls(options));
  const taken = new UserError(
    `There is a dossier here already: ${config}.`,
    "Change it, or run `dossier init` in another folder.",
  );
  if (host.files.read(config)) throw taken;
  const created: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of files) ((await host.files.create(path, text)) ? created : kept).push(path);
  if (kept.includes(config)) throw taken;
  return { created, kept, example: !options.areas?.length };
}

/** What a brief or a command line says, without the characters that no file of a dossier may hold. */
function withoutControls<T>(value: T): T {
  if (typeof value === "string") return value.replace(new RegExp(forbidden, "g"), "") as T;
  if (Array.isArray(value)) return value.map(withoutControls) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutControls(inner)])) as T;
}

/** `dossier.yaml` first: of two that start at once, one stops there. */
function startFiles(host: Host, options: InitOptions): Map<string, string> {
  const example = !options.areas?.length;
  const builtIn = templateFiles(host);
  const sections = sectionsOf(options.sections ?? []);
  const report = reportTemplate(builtIn.get("report.md.hbs") ?? "", sections);
  const own = options.templates || report !== undefined;
  const files = new Map([[`${workspace}/dossier.yaml`, configFor(host, options, own)]]);
  const add = (path: string, text: string) => files.set(path, text);
  for (const [name, text] of example ? exampleObjects() : skeleton(options.areas ?? [], sections))
    add(`${workspace}/${name}`, text);
  for (const [kind, schema] of jsonSchemas())
    add(`${workspace}/schemas/${kind}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  if (options.templates) for (const [name, text] of builtIn) add(`templates/${name}`, text);
  if (report !== undefined) add("templates/report.md.hbs", report);
  const start = new Map(
    host.packaged.list("templates/start").map((path) => [path.slice("templates/start/".length), textOf(host, path)]),
  );
  add("AGENTS.md", start.get("AGENTS.md") ?? "");
  add(".agents/skills/dossier/SKILL.md", start.get("SKILL.md") ?? "");
  add(".gitignore", "output/\nnode_modules/\n");
  add(".gitattributes", "* text=auto eol=lf\n");
  if (example) for (const [path, text] of start) if (path.startsWith("diagrams/")) add(`docs/${path}`, text);
  return files;
}

function configFor(host: Host, options: InitOptions, ownTemplates: boolean): string {
  const model = parse(exampleFiles["dossier.yaml"] ?? "") as { title: string; areas: BriefArea[] };
  const french = /^fr\b/i.test(options.language ?? "");
  return configText({
    title: options.title ?? model.title,
    deliverable: outputPath(options.deliverable ?? "docs/report.md", host.files),
    language: options.language ?? "en",
    style: options.style ?? (french ? "dossier-author-date" : "dossier"),
    today: host.now().toISOString().slice(0, 10),
    areas: options.areas?.length ? options.areas : model.areas,
    minimums: options.minimums?.length ? options.minimums : minimums,
    requires: options.requires ?? {},
    ...(ownTemplates ? { templates: "templates" } : {}),
  });
}

/** One filled object of each kind: the dossier that the examples of the rules stand on. */
function exampleObjects(): [string, string][] {
  return Object.entries(exampleFiles).filter(([path]) => path !== "dossier.yaml");
}

/** What stands around the questions; every gap is a `TBD` that lint counts. */
function skeleton(areas: readonly BriefArea[], asked: readonly ReportSection[]): [string, string][] {
  const built = ["summary", "context", "discovery", "analysis", "recommendations", "roadmap", "limits"];
  const sections = [
    ...asked,
    ...built.filter((id) => !asked.some((section) => section.id === id)).map((id) => ({ id, title: id })),
  ];
  const document = (title: string, body: string) => `---\ntitle: ${JSON.stringify(title)}\n---\n${body}\n`;
  return [
    ...sections.map(({ id, title }): [string, string] => [`sections/${id}.md`, document(title, "TBD")]),
    ...areas.map(({ id, title }): [string, string] => [
      `areas/${id}/area.md`,
      document(title, "TBD: what this area is about.\n\n<!-- synthesis -->\n\nTBD: what its answers mean together."),
    ]),
    [
      "system.yaml",
      `${schemaLine("system.yaml")}title: "TBD: what the report is for"\ncomponents:\n  - { id: subject, title: "TBD", zone: ours, does: "TBD: what it does" }\ndata-classes: []\nfigures: []\n`,
    ],
  ];
}

function templateFiles(host: Host): Map<string, string> {
  const paths = host.packaged.list("templates").filter((path) => path.endsWith(".md.hbs"));
  return new Map(paths.map((path) => [path.slice("templates/".length), textOf(host, path)]));
}

const textOf = (host: Host, path: string) => new TextDecoder().decode(host.packaged.read(path));
