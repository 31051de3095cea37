/** Writes a finding if it holds: unknown keys and unsupported figures are refused, each with changes that would mend it. */
import { stringify } from "yaml";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Host } from "../core/host.ts";
import { didYouMean } from "../core/suggest.ts";
import { UserError } from "../core/user-error.ts";
import { checkedFigures, factsOf, factWith } from "../lint/figures.ts";
import { scopeAt } from "../lint/scopes.ts";
import { workspace } from "../load/workspace.ts";
import { type Dossier, questionsOf } from "../model/dossier.ts";
import { findFigures } from "../prose/figures.ts";
import { check } from "./check.ts";
import { OverlayFiles } from "./overlay-files.ts";

/** The fields of a finding's front matter, as docs/format.md has them, and its prose. */
export interface FindingDraft {
  readonly question: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Who wrote it. */
  readonly by: string;
  /** Replaces a finding that is there. */
  readonly replace?: boolean;
}

/** A change of the draft that would mend it: in `field`, put `with` in place of `find`. */
interface Mending {
  readonly title: string;
  /** `body`, or the path of a field such as `answer` or `options.rows.0.values.cost`. */
  readonly field: string;
  readonly find: string;
  readonly with: string;
}

export interface DraftOutcome {
  readonly path: string;
  /** False when errors stand; then nothing was written. */
  readonly written: boolean;
  readonly diagnostics: readonly (Diagnostic & { readonly mendings?: readonly Mending[] })[];
}

/** Throws UserError for a question that is not asked. */
export async function draftFinding(host: Host, draft: FindingDraft): Promise<DraftOutcome> {
  const { rules } = await import("../lint/rules/index.ts");
  const before = await check(host, rules);
  if (!before.dossier)
    throw new UserError(`${workspace}/dossier.yaml can't be read.`, "`dossier lint` shows what is wrong with it.");
  const questions = questionsOf(before.dossier.config.data);
  const question = questions.find(({ id }) => id === draft.question);
  if (!question)
    throw new UserError(
      `No question “${draft.question}” is asked.`,
      didYouMean(
        draft.question,
        questions.map(({ id }) => id),
      ) ?? `Questions: ${questions.map(({ id }) => id).join(", ")}.`,
    );
  const path = `${workspace}/areas/${question.area}/${question.id}.md`;
  if (host.files.read(path) && !draft.replace)
    throw new UserError(
      `The question “${question.id}” has a finding: ${path}.`,
      "Read it first; to write it anew, say replace: true.",
    );
  if (before.dossier.findings.get(question.id)?.data["reviewed-by"])
    throw new UserError(`A person has reviewed ${path}.`, "Leave it to them: say what should change.");
  const text = textOf(draft, question.title);
  const after = await check({ ...host, files: new OverlayFiles(host.files, { [path]: text }) }, rules);
  const here = after.diagnostics.filter(({ file }) => file === path);
  const errors = here.filter(({ severity }) => severity === "error");
  const mendings = after.dossier ? figureMendings(after.dossier, question.id) : new Map<string, Mending[]>();
  const diagnostics = here.map((one) => {
    const known = one.rule === "number-has-origin" ? mendings.get(one.message) : undefined;
    return known ? { ...one, mendings: known } : one;
  });
  if (errors.length > 0) return { path, written: false, diagnostics };
  if (draft.replace) await host.files.write(path, text);
  else if (!(await host.files.create(path, text))) throw new UserError(`The file ${path} exists.`, "Read it first.");
  return { path, written: true, diagnostics };
}

/** `by` and `reviewed-by` are not the draft's to say otherwise: a person reviews. */
function textOf({ fields, body, by }: FindingDraft, title: string): string {
  const { "reviewed-by": _, by: __, ...own } = fields;
  const front = stringify(
    { title, ...own, by, "reviewed-by": "" },
    { lineWidth: 0, aliasDuplicateObjects: false, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" },
  );
  return `---\n${front}---\n${body.trim()}\n`;
}

/** By message of the finding: cite the fact that has the figure, or write a figure that a cited fact has, or say that it is ours. */
function figureMendings(dossier: Dossier, id: string): Map<string, Mending[]> {
  const found = new Map<string, Mending[]>();
  const finding = dossier.findings.get(id);
  for (const { prose, figure, cited, supported } of finding ? checkedFigures(finding, dossier) : []) {
    if (supported) continue;
    const field = prose.isBody ? "body" : prose.path.join(".");
    const text = figure.text.replace(/\s+/g, " ");
    const scope = scopeAt(prose, figure.span.start) ?? figure.span;
    const sentence = prose.text.slice(scope.start, scope.end).trimEnd();
    const fact = factWith(dossier, figure, cited);
    const cite = fact
      ? [
          {
            title: `Cite the fact that has ${text}`,
            field,
            find: sentence,
            with: sentence.replace(/([.!?]*)$/, ` [@${fact}]$1`),
          },
        ]
      : [];
    const other = cited
      .flatMap((item) => factsOf(dossier.sources, item).flatMap(({ figures = [] }) => figures))
      .filter((one) => findFigures(one, true).some(({ kind }) => kind === figure.kind))
      .map((one) => ({ title: `Write ${one}, which the cited fact has`, field, find: text, with: one }));
    const ours = { title: `Say that ${text} is the dossier's own choice`, field, find: text, with: `:ours[${text}]` };
    const message =
      cited.length > 0
        ? `Unexpected figure ${text}, which no fact cited here has`
        : `Missing origin of the figure ${text}`;
    found.set(message, [...(found.get(message) ?? []), ...cite, ...other, ours]);
  }
  return found;
}
