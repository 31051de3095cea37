/** Changes between two states of a dossier, for a terminal or a pull request. */
import type { ChalkInstance } from "chalk";
import type { Change } from "../app/diff.ts";
import { harmless } from "./paint.ts";

const longest = 160;
const sign = { added: "+", removed: "-", changed: "~" } as const;

export function diffText(changes: readonly Change[], since: string, colours: ChalkInstance): string {
  if (changes.length === 0) return `Nothing changed in meaning since ${harmless(since)}.\n`;
  const colour = { added: colours.green, removed: colours.red, changed: colours.yellow };
  const lines: string[] = [];
  let group = "";
  for (const change of changes) {
    if (change.group !== group) lines.push(...(group ? [""] : []), colours.bold(change.group));
    group = change.group;
    const what = change.field
      ? ` ${change.field}: ${short(change.before)} → ${short(change.after)}`
      : ` ${short(change.title)}`;
    lines.push(`${colour[change.kind](sign[change.kind])} ${harmless(change.id)}${what}`);
  }
  return `${lines.join("\n")}\n\n${countOf(changes)} since ${harmless(since)}.\n`;
}

export function diffMarkdown(changes: readonly Change[], since: string): string {
  if (changes.length === 0) return `Nothing changed in meaning since ${cell(since)}.\n`;
  const rows = changes.map(({ group, kind, id, title, field, before, after }) => {
    const what = field ? `${cell(field)}: ${cell(short(before))} → ${cell(short(after))}` : kind;
    return `| ${group} | ${cell(id)} | ${cell(short(title))} | ${what} |`;
  });
  return [
    `**What changed since ${cell(since)}.** ${countOf(changes)}.`,
    "",
    "| | Object | Title | Change |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function countOf(changes: readonly Change[]): string {
  const count = (wanted: Change["kind"]) => changes.filter(({ kind }) => kind === wanted).length;
  return `${count("added")} added, ${count("removed")} removed, ${count("changed")} changed`;
}

function short(text = ""): string {
  const one = harmless(text).replace(/\s+/g, " ");
  if (one === "") return "(nothing)";
  return one.length > longest ? `${one.slice(0, longest - 1)}…` : one;
}

const cell = (text: string) =>
  harmless(text)
    .replace(/\s+/g, " ")
    .replace(/[\\|<>[\]*_`@]/g, (mark) => `\\${mark}`);
