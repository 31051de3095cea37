/** What a directive links to, places or prints exists. */
import { didYouMean } from "../../core/suggest.ts";
import type { Dossier } from "../../model/dossier.ts";
import { targetOf, usedDirectives } from "../directives.ts";
import { changed } from "../example.ts";
import { perDossier } from "../memo.ts";
import { idsOf, isBroken } from "../objects.ts";
import type { LintInput, Rule } from "../rule.ts";

const linked = [
  "finding",
  "recommendation",
  "case",
  "model",
  "diagram",
  "snippet",
  "area",
  "risk",
  "assumption",
  "conflict",
  "system",
];

/** Names of what each directive may point to. */
const targets = perDossier((dossier) => {
  const ids = idsOf(dossier);
  const { models, system, glossary } = dossier;
  const ofModels = [...models.values()].flatMap(({ id, data }) =>
    [...Object.keys(data.inputs), ...Object.keys(data.outputs)].map((name) => `${id}.${name}`),
  );
  const ofSystem = (system?.data.figures ?? []).map(({ id }) => `system.${id}`);
  const terms = (glossary?.data.terms ?? []).flatMap(({ id, term, abbreviation }) => [
    id,
    term,
    ...(abbreviation ? [abbreviation] : []),
  ]);
  return new Map<string, readonly string[]>([
    ["ref", linked.flatMap((kind) => [...(ids[kind] ?? [])])],
    ["diagram", [...dossier.diagrams.keys()]],
    ["snippet", [...dossier.snippets.keys()]],
    ["table", [...models.keys()]],
    ["chart", [...models.keys()]],
    ["value", [...ofModels, ...ofSystem]],
    ["term", terms.map((term) => term.toLowerCase())],
  ]);
});
const targetSets = perDossier(
  (dossier) => new Map([...targets(dossier)].map(([name, known]) => [name, new Set(known)])),
);

export const directiveTargetExists: Rule = {
  id: "directive-target-exists",
  family: "structure",
  severity: "error",
  summary: "Every directive points to an object, a value or a term that exists.",
  why: "A link without target, a missing diagram or a number that no model computes would be a hole in the report.",
  good: { files: {} },
  bad: {
    files: changed(
      "areas/transport/bicycles.md",
      "::diagram[Bicycles take the direct way.]{#ways}",
      "⟦::diagram[Bicycles take the direct way.]{#way}⟧",
    ),
  },
  check(input, report) {
    const { dossier } = input;
    const used = usedDirectives(dossier).filter(({ directive }) => targets(dossier).has(directive.name));
    for (const { prose, directive } of used) {
      const { name } = directive;
      const target = targetOf(directive);
      if (
        targetSets(dossier)
          .get(name)
          ?.has(name === "term" ? target.toLowerCase() : target) ||
        isExcused(input, name, target)
      )
        continue;
      const known = targets(dossier).get(name) ?? [];
      report(
        prose.at(directive.span),
        target === "" ? `Missing target of “${name}”` : `Unexpected ${name} “${target}”, expected one that exists`,
        {
          hint: didYouMean(target, known) ?? howTo(name),
        },
      );
    }
    return used.length;
  },
};

/** The file that may hold the target is broken, which is reported already, or the value was computed under another name. */
function isExcused({ dossier, values }: LintInput, name: string, target: string): boolean {
  const broken = (kind: string, id: string) => isBroken(dossier, kind, id);
  if (name === "value")
    return (
      values.has(target) || (target.startsWith("system.") ? broken("system", "system") : isBrokenModel(dossier, target))
    );
  if (name === "ref") return linked.some((kind) => broken(kind, target));
  if (name === "term") return dossier.broken.has("glossary/glossary");
  return broken(name === "diagram" || name === "snippet" ? name : "model", target);
}

const isBrokenModel = (dossier: Dossier, target: string) => isBroken(dossier, "model", target.split(".")[0] as string);

function howTo(name: string): string {
  if (name === "value") return "Name it as :value[model.output], :value[model.input] or :value[system.figure].";
  if (name === "diagram" || name === "snippet") return `Name it as ::${name}{#id}.`;
  if (name === "table" || name === "chart") return `Name the model: ::${name}{model=id}.`;
  return name === "term"
    ? "Add the term to research/glossary.yaml."
    : "Name the id of a finding, recommendation, case, model, diagram, snippet, risk, assumption or part of the system.";
}
