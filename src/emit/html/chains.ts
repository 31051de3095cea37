/** Recommendations as a table to decide from, and each one's chain down to its facts. */
import type { Chain, ChainFinding, CitedFacts } from "../../compose/chains.ts";
import { numbersOf, type Report } from "../../compose/report.ts";
import { say, type Wording } from "../../core/wording.ts";
import { attributes, escapeHtml } from "./escape.ts";
import { citeLink } from "./fill.ts";

const columns = [
  "R",
  "Recommendation",
  "Area",
  "Complexity",
  "Effort, P50 person-weeks",
  "Weeks",
  "Certainty",
  "Strength",
  "Phase",
] as const;

/** One row a recommendation; the page's program makes it sort and filter. */
export function decisionsHtml({ chains, wording }: Pick<Report, "chains" | "wording">): string {
  if (chains.length === 0) return "";
  const title = say(wording, "Recommendations at a glance");
  const label = say(wording, "Table: {title}", { title });
  const heads = columns.map(
    (column) => `<th${attributes({ scope: "col", "data-column": column })}>${escapeHtml(say(wording, column))}</th>`,
  );
  return (
    `<div${attributes({ class: "scroll wide", role: "group", tabindex: "0", "aria-label": label })}><table class="decisions">` +
    `<caption>${escapeHtml(title)}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${chains.map((chain) => row(chain, wording)).join("")}</tbody></table></div>`
  );
}

function row(
  { id, number, title, areas, complexity = "", effort, weeks, certainty, strength, phase = "" }: Chain,
  wording: Wording,
): string {
  const order = {
    S: 1,
    M: 2,
    L: 3,
    XL: 4,
    high: 4,
    moderate: 3,
    low: 2,
    "very-low": 1,
    strong: 2,
    conditional: 1,
  } as Record<string, number>;
  const cells: [text: string, sort: string | number | undefined, html?: string][] = [
    [`R${number}`, number],
    [title, title, `<a${attributes({ href: `#recommendation-${id}` })}>${escapeHtml(title)}</a>`],
    [areas.join("; "), areas[0]],
    [complexity, order[complexity]],
    [effort ? String(effort.p50) : "", effort?.p50],
    [weeks === undefined ? "" : String(weeks), weeks],
    [words(certainty, wording), order[certainty]],
    [words(strength, wording), order[strength]],
    [phase, phase],
  ];
  const numeric = new Set([4, 5]);
  const tds = cells.map(
    ([text, sort, html], at) =>
      `<td${attributes({ "data-sort": sort, align: numeric.has(at) ? "right" : undefined })}>${html ?? escapeHtml(text)}</td>`,
  );
  return `<tr>${tds.join("")}</tr>`;
}

/** What a recommendation rests on: its own citations, then finding by finding. */
export function chainHtml(chain: Chain, report: Report, open: boolean): string {
  const all = new Map<string, Set<string>>();
  for (const { key, facts } of [...chain.evidence, ...chain.findings.flatMap(({ evidence }) => evidence)])
    all.set(key, new Set([...(all.get(key) ?? []), ...facts]));
  const facts = [...all.values()].reduce((sum, set) => sum + set.size, 0);
  const { wording } = report;
  const size = [
    count(chain.findings.length, "finding", wording),
    say(wording, "{facts} of {sources}", {
      facts: count(facts, "fact", wording),
      sources: count(all.size, "source", wording),
    }),
  ].join(", ");
  const own =
    chain.evidence.length > 0
      ? `<li><span class="step">${escapeHtml(say(wording, "The recommendation itself cites"))}</span>${evidence(chain.evidence, report)}</li>`
      : "";
  return `<details class="chain"${open ? " open" : ""}><summary>${escapeHtml(`${say(wording, "Evidence chain:")} ${size}`)}</summary><ol>${own}${chain.findings.map((finding) => step(finding, report)).join("")}</ol></details>`;
}

function step({ id, title, verdict, certainty, evidence: cited }: ChainFinding, report: Report): string {
  const { wording } = report;
  const link = `<a${attributes({ href: `#finding-${id}` })}>${escapeHtml(title)}</a>`;
  return `<li><span class="step">${link} <span class="verdict">${escapeHtml(words(verdict, wording))}</span>, ${escapeHtml(`${say(wording, "certainty")} ${words(certainty, wording)}`)}</span>${evidence(cited, report)}</li>`;
}

function evidence(cited: readonly CitedFacts[], report: Report): string {
  const { evidence: cards, wording } = report;
  const numbers = numbersOf(report);
  const items = cited.flatMap(({ key, facts }) => {
    const number = numbers.get(key);
    const card = cards.get(key);
    if (number === undefined || !card) return [];
    const tier = card.tier ? ` <span class="tier">${escapeHtml(card.tier)}</span>` : "";
    const organisation = escapeHtml(card.organisation ?? card.title);
    return [
      `<li>${citeLink(key, `[${number}]`, facts)} ${organisation}${tier}${facts.length > 0 ? `, ${escapeHtml(count(facts.length, "fact", wording))}` : ""}</li>`,
    ];
  });
  return `<ul>${items.join("")}</ul>`;
}

const words = (name: string, wording: Wording) => say(wording, name.replaceAll("-", " "));
const count = (n: number, noun: "fact" | "finding" | "source", wording: Wording) =>
  say(wording, n === 1 ? `{n} ${noun}` : `{n} ${noun}s`, { n });
