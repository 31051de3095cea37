/** Where a dossier stands: question by question, profile by profile, and what to do next. */
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Host } from "../core/host.ts";
import { placements } from "../lint/directives.ts";
import { factsOf } from "../lint/figures.ts";
import { rules } from "../lint/rules/index.ts";
import { lint } from "../lint/run.ts";
import { standardsOf } from "../lint/standards.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Entry } from "../model/entry.ts";
import { check } from "./check.ts";
import { memoryOf } from "./memo.ts";
import type { ProfileStatus, QuestionStatus, Status } from "./status.ts";

const listed = 5;

/** Nothing when `dossier.yaml` can't be read. */
export async function computeStatus(host: Host): Promise<Status | undefined> {
  const checked = await check(host, rules);
  const { dossier, evaluation, diagnostics } = checked;
  if (!dossier) return undefined;
  const { data } = dossier.config;
  const today = host.now().toISOString().slice(0, 10);
  const names = Object.keys(data.standards ?? {});
  const profiles = (names.length > 0 ? names : [data.profile ?? "draft"]).map((name) => {
    const { problems, examined } = lint(
      { dossier, standards: standardsOf(data, name), values: evaluation?.values ?? new Map(), today },
      rules,
      memoryOf(host),
    );
    const errors = problems.filter(({ severity }) => severity === "error");
    const unmet = [...new Set(errors.map(({ rule }) => rule))];
    const active = [...examined].filter(([, number]) => number > 0).length;
    const missing = unmet.map((rule) => ({
      rule,
      errors: errors.filter((one) => one.rule === rule).length,
      first: errors.find((one) => one.rule === rule)?.message ?? "",
    }));
    return {
      name,
      met: active - missing.filter(({ rule }) => (examined.get(rule) ?? 0) > 0).length,
      examined: active,
      missing,
    };
  });
  const questions = data.areas.flatMap((area) =>
    area.questions.map(({ id, title }) => questionStatus(dossier, area.id, id, title, diagnostics)),
  );
  const sources = [...dossier.sources.values()];
  return {
    title: data.title,
    questions,
    profiles,
    sources: sources.length,
    facts: sources.reduce((sum, source) => sum + (source.data.facts?.length ?? 0), 0),
    recommendations: dossier.recommendations.size,
    tbd: diagnostics.filter(({ rule }) => rule === "no-tbd").length,
    next: nextSteps(questions, diagnostics, profiles),
  };
}

function questionStatus(
  dossier: Dossier,
  area: string,
  id: string,
  title: string,
  diagnostics: readonly Diagnostic[],
): QuestionStatus {
  const finding = dossier.findings.get(id);
  const here = diagnostics.filter(({ file }) => file === finding?.source.path);
  const placed = placements(dossier);
  const used = (kind: "diagram" | "snippet") =>
    [...placed[kind].values()].filter((entries) => finding && entries.includes(finding)).length;
  return {
    id,
    title,
    area,
    answered: finding !== undefined,
    ...(finding ? { verdict: finding.data.verdict, certainty: finding.data.certainty } : {}),
    facts: finding ? factsByCopy(dossier, finding) : { primary: 0, "primary-excerpt": 0, secondary: 0 },
    cases: [...dossier.cases.values()].filter(({ data }) => data.questions.includes(id)).length,
    diagrams: used("diagram"),
    snippets: used("snippet"),
    recommendations: [...dossier.recommendations.values()].filter(({ data }) => data.findings.includes(id)).length,
    errors: here.filter(({ severity }) => severity === "error").length,
    warnings: here.filter(({ severity }) => severity === "warning").length,
  };
}

function factsByCopy(dossier: Dossier, finding: Entry): QuestionStatus["facts"] {
  const items = finding.prose.flatMap(({ reading }) => reading.citations.flatMap((citation) => citation.items));
  const facts = new Set(items.flatMap((item) => factsOf(dossier.sources, item)));
  const count = (copy: string) => [...facts].filter((fact) => fact.copy === copy).length;
  return { primary: count("primary"), "primary-excerpt": count("primary-excerpt"), secondary: count("secondary") };
}

function nextSteps(
  questions: readonly QuestionStatus[],
  diagnostics: readonly Diagnostic[],
  profiles: readonly ProfileStatus[],
): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const open = questions.filter(({ answered }) => !answered);
  const ahead = profiles.find(({ missing }) => missing.length > 0);
  return [
    ...errors.slice(0, 2).map(({ file, line, message }) => `Mend ${file}:${line}: ${message}.`),
    ...(errors.length > 2 ? [`Mend ${errors.length - 2} more errors: \`dossier lint --quiet\`.`] : []),
    ...open.slice(0, 2).map(({ id, title }) => `Answer “${title}”: \`dossier new finding ${id}\`.`),
    ...(ahead
      ? ahead.missing.slice(0, 3).map(({ rule, first }) => `For profile ${ahead.name}: ${first} (${rule}).`)
      : []),
    ...(errors.length + open.length === 0 && !ahead ? ["Nothing is missing: `dossier build`."] : []),
  ].slice(0, listed);
}
