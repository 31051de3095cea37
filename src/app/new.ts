/** `new`: the file of an object with its schema line and a `TBD` wherever an author has to decide. */
import type { Host } from "../core/host.ts";
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { workspace } from "../load/workspace.ts";
import { parseYaml } from "../load/yaml.ts";
import { kinds, schemaLine } from "../model/kinds.ts";
import { type NewKind, newTexts } from "./new-texts.ts";

export interface NewOptions {
  readonly title?: string;
  /** The area of a finding or case; found by itself where only one can be meant. */
  readonly area?: string;
  readonly by?: string;
}

export interface NewResult {
  readonly created: readonly string[];
  /** What to do next. */
  readonly next: string;
}

interface Outline {
  readonly id: string;
  readonly questions: readonly { readonly id: string; readonly title: string }[];
}

/** Names of devices that Windows refuses as file names. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|area)$/;

/** Throws UserError for an unknown kind, an unsafe or taken id, or an area that is not clear. */
export async function newObject(host: Host, kind: string, id: string, options: NewOptions = {}): Promise<NewResult> {
  const known = Object.keys(newTexts);
  if (!Object.hasOwn(newTexts, kind))
    throw new UserError(
      `There is no kind “${kind}” to begin.`,
      didYouMean(kind, known) ?? `Kinds: ${known.join(", ")}.`,
    );
  if (id.length > 80 || !/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(id) || reserved.test(id))
    throw new UserError(
      `“${id.slice(0, 80)}” is no id.`,
      "Use lower-case words of letters and digits joined by `-`, such as cache-value.",
    );
  const areas = outlineOf(host);
  const path = pathOf(kind as NewKind, id, areas, options.area);
  const taken = sameId(host, kind, id);
  if (taken)
    throw new UserError(
      `The id “${id}” is taken by ${taken}.`,
      "Ids are unique in their kind: choose another, or change that file.",
    );
  const questions = areas.flatMap((area) => area.questions);
  const findings = questions
    .filter((question) => host.files.read(`${workspace}/areas/${areaOf(areas, question.id)}/${question.id}.md`))
    .map((question) => question.id);
  const title =
    options.title ?? questions.find((question) => kind === "finding" && question.id === id)?.title ?? words(id);
  const today = host.now().toISOString().slice(0, 10);
  const text = newTexts[kind as NewKind]({
    id,
    title,
    today,
    findings: findings.length > 0 ? findings : questions.map((question) => question.id).slice(0, 1),
    by: options.by,
  });
  const created: string[] = [];
  const files: [string, string][] = [[path, (schemaLine(path) ?? "") + text]];
  if (kind === "snippet") files.unshift([`snippets/${id}.ts`, "// TBD\n"]);
  for (const [name, content] of files) {
    const full = `${workspace}/${name}`;
    if (!(await host.files.create(full, content)))
      throw new UserError(`The file ${full} exists.`, "Choose another id, or change that file.");
    created.push(full);
  }
  return { created, next: nextStep(kind as NewKind, id, areas) };
}

function outlineOf({ files }: Host): Outline[] {
  const bytes = files.read(`${workspace}/dossier.yaml`);
  if (!bytes)
    throw new UserError(
      `No ${workspace}/dossier.yaml in this folder.`,
      "Run `dossier init` to start a dossier, or change to a folder that has one.",
    );
  const { value, issues } = parseYaml(new TextDecoder().decode(bytes));
  const config = value as { areas?: Outline[] } | undefined;
  if (issues.length > 0 || !Array.isArray(config?.areas))
    throw new UserError(`${workspace}/dossier.yaml can't be read.`, "Run `dossier lint` to see where.");
  return config.areas.map(({ id, questions }) => ({
    id: String(id),
    questions: Array.isArray(questions) ? questions : [],
  }));
}

const areaOf = (areas: readonly Outline[], question: string) =>
  areas.find(({ questions }) => questions.some(({ id }) => id === question))?.id;

function pathOf(kind: NewKind, id: string, areas: readonly Outline[], said: string | undefined): string {
  if (kind === "area") return `areas/${id}/area.md`;
  if (kind === "diagram") return `diagrams/${id}.mmd`;
  if (kind === "model" || kind === "snippet") return `${kind}s/${id}.yaml`;
  if (kind === "recommendation") return `recommendations/${id}.md`;
  const ids = areas.map((area) => area.id);
  if (said !== undefined && !ids.includes(said))
    throw new UserError(`There is no area “${said}”.`, didYouMean(said, ids) ?? `Areas: ${ids.join(", ")}.`);
  const area = said ?? (kind === "finding" ? areaOf(areas, id) : undefined) ?? (ids.length === 1 ? ids[0] : undefined);
  if (area === undefined) {
    const questions = areas.flatMap((one) => one.questions.map((question) => question.id));
    const meant = kind === "finding" ? didYouMean(id, questions) : undefined;
    throw new UserError(
      `Which area is the ${kind} “${id}” of?`,
      `${meant ? `${meant} ` : ""}Say --area ${ids.join(" | ")}.`,
    );
  }
  return kind === "finding" ? `areas/${area}/${id}.md` : `areas/${area}/cases/${id}.md`;
}

/** The file that has this id already, in whichever area. */
function sameId({ files }: Host, kind: string, id: string): string | undefined {
  const pattern = kinds.find(({ name }) => name === kind)?.path ?? /^diagrams\/(?<id>[^/]+)\.mmd$/;
  return files.list(workspace).find((path) => pattern.exec(path.slice(workspace.length + 1))?.groups?.["id"] === id);
}

function nextStep(kind: NewKind, id: string, areas: readonly Outline[]): string {
  const todo = "Fill every TBD, then run `dossier lint`.";
  if (kind === "area" && !areas.some((area) => area.id === id))
    return `${todo} Add the area with its questions to ${workspace}/dossier.yaml.`;
  if (kind === "finding" && !areaOf(areas, id)) return `${todo} Add the question “${id}” to ${workspace}/dossier.yaml.`;
  if (kind === "diagram") return `${todo} Place it with \`::diagram[What it shows]{#${id}}\`.`;
  if (kind === "snippet") return `${todo} Place it with \`::snippet{#${id}}\`.`;
  if (kind === "model") return `${todo} Print its values with \`:value[${id}.result]\`.`;
  return todo;
}

const words = (id: string) => `${id.slice(0, 1).toUpperCase()}${id.slice(1).replace(/[-_]/g, " ")}`;
