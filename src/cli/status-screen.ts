/** The status of a dossier on one screen. */
import type { ChalkInstance } from "chalk";
import type { ProfileStatus, QuestionStatus, Status } from "../app/status.ts";
import { harmless } from "./paint.ts";

const narrowest = 18;

export function statusScreen(status: Status, colours: ChalkInstance, columns: number): string {
  const { title, questions, profiles, sources, facts, recommendations, tbd, next } = status;
  const answered = questions.filter((question) => question.answered).length;
  const widest = Math.max(narrowest, ...questions.map(({ title: name }) => name.length));
  const width = Math.max(narrowest, Math.min(widest, columns - 58));
  const line = (text: string) => `${fitted(text, columns)}\n`;
  const head = `  ${"".padEnd(width)}  ${["verdict", "certainty"].map((name) => name.padEnd(9)).join(" ")} facts p/e/s  case diag snip rec`;
  let area = "";
  const rows = questions.flatMap((question) => {
    const opening = question.area === area ? [] : [`${colours.bold(harmless(question.area))}\n`];
    area = question.area;
    return [...opening, row(question, width, colours)];
  });
  return [
    `${colours.bold(fitted(title, columns))}\n`,
    line(
      `${answered} of ${questions.length} questions answered; ${sources} sources, ${facts} facts, ${recommendations} recommendations${tbd > 0 ? `, ${tbd} TBD` : ""}`,
    ),
    "\n",
    colours.dim(line(head)),
    ...rows,
    "\n",
    ...profiles.map((profile) => standards(profile, colours, columns)),
    "\n",
    ...next.map((step, index) => line(`${index === 0 ? "next" : "    "} ${step}`)),
  ].join("");
}

function row(
  {
    title,
    answered,
    verdict = "open",
    certainty = "",
    facts,
    cases,
    diagrams,
    snippets,
    recommendations,
    errors,
    warnings,
  }: QuestionStatus,
  width: number,
  colours: ChalkInstance,
): string {
  const mark = !answered
    ? colours.red("✗")
    : errors > 0
      ? colours.red("!")
      : warnings > 0
        ? colours.yellow("~")
        : colours.green("✓");
  const figures = answered ? `${facts.primary}/${facts["primary-excerpt"]}/${facts.secondary}` : "";
  const counts = [cases, diagrams, snippets, recommendations].map((number) => String(number).padStart(4)).join(" ");
  return `${mark} ${fitted(title, width).padEnd(width)}  ${verdict.padEnd(9)} ${certainty.padEnd(9)} ${figures.padEnd(11)} ${counts}\n`;
}

function standards({ name, met, examined, missing }: ProfileStatus, colours: ChalkInstance, columns: number): string {
  const mark = missing.length === 0 ? colours.green("✓") : colours.red("✗");
  const lacks = missing.map(({ rule, errors }) => (errors > 1 ? `${rule} ×${errors}` : rule)).join(", ");
  return `${mark} ${fitted(`profile ${name}: ${met} of ${examined} rules met${lacks ? `; missing ${lacks}` : ""}`, columns - 2)}\n`;
}

/** On one line, and no wider than the screen. */
function fitted(text: string, columns: number): string {
  const one = harmless(text).replace(/\s+/g, (space) => (/\n/.test(space) ? " " : space));
  return one.length > columns ? `${one.slice(0, Math.max(1, columns - 1))}…` : one;
}
