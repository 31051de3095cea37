/** `<!-- dossier-ignore rule-id: reason -->` and `# dossier-ignore rule-id: reason`: quiets a rule on the next line, or on its own. */
import { escapePattern } from "../core/escape-pattern.ts";
import type { SourceText } from "../core/source-text.ts";
import { didYouMean } from "../core/suggest.ts";
import type { Dossier } from "../model/dossier.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

interface Ignore {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly reason: string;
  /** The line of the comment. */
  readonly line: number;
  /** The whole body of text that begins behind the comment, for prose that fills several lines. */
  readonly until: number;
  used: boolean;
}

/** Rules about ignores themselves; they can't be ignored. */
export const ignoreRules = {
  "ignore-has-reason": "An ignore names a rule that exists and says why.",
  "ignore-is-used": "An ignore quiets something; otherwise it is deleted.",
} as const;

const comment = /(?:<!--|#)\s*dossier-ignore\s+(?<rule>[\w-]+)\s*(?::\s*(?<reason>[^\n]*?))?\s*(?:-->|$)/gm;

/** A finding that somebody decided to live with. */
export interface Suppressed {
  readonly problem: Problem;
  readonly reason: string;
}

export interface AppliedIgnores {
  readonly kept: readonly Problem[];
  readonly suppressed: readonly Suppressed[];
}

export function applyIgnores(problems: readonly Problem[], dossier: Dossier, rules: readonly Rule[]): AppliedIgnores {
  const ignores = [...dossier.files.values()].flatMap(ignoresIn);
  if (ignores.length === 0) return { kept: problems, suppressed: [] };
  const suppressed: Suppressed[] = [];
  const kept = problems.filter((problem) => {
    const ignore = ignores.find((candidate) => covers(candidate, problem));
    if (ignore) {
      ignore.used = true;
      suppressed.push({ problem, reason: ignore.reason });
    }
    return !ignore;
  });
  const known = rules.map((rule) => rule.id);
  for (const ignore of ignores) {
    const place = { source: ignore.source, span: { start: ignore.start, end: ignore.end } };
    if (!known.includes(ignore.rule)) {
      const hint = didYouMean(ignore.rule, known) ?? "`dossier explain` lists the rules.";
      kept.push({
        rule: "ignore-has-reason",
        severity: "error",
        place,
        message: `Unexpected rule “${ignore.rule}” in an ignore`,
        hint,
      });
    } else if (ignore.reason === "") {
      kept.push({
        rule: "ignore-has-reason",
        severity: "error",
        place,
        message: "Missing reason in an ignore",
        hint: `Write \`dossier-ignore ${ignore.rule}: why\`.`,
      });
    } else if (!ignore.used) {
      kept.push({
        rule: "ignore-is-used",
        severity: "warning",
        place,
        message: `Unused ignore of ${ignore.rule}`,
        hint: "Delete the comment.",
      });
    }
  }
  return { kept, suppressed };
}

function ignoresIn(source: SourceText): Ignore[] {
  if (!source.text.includes("dossier-ignore")) return [];
  return [...source.text.matchAll(comment)].map((match) => {
    const end = match.index + match[0].length;
    const rest = source.text.slice(end);
    const paragraph = /^\s*\n[\s\S]*?(?=\n[ \t]*\n|$)/.exec(rest)?.[0].length ?? 0;
    return {
      source,
      start: match.index,
      end,
      rule: match.groups?.["rule"] ?? "",
      reason: match.groups?.["reason"] ?? "",
      line: source.position(match.index).line,
      until: source.path.endsWith(".md") ? end + paragraph : end,
      used: false,
    };
  });
}

function covers(ignore: Ignore, problem: Problem): boolean {
  if (ignore.rule !== problem.rule || ignore.source !== problem.place.source) return false;
  if ("span" in problem.place && !("path" in problem.place)) {
    const { start } = problem.place.span;
    const { line } = ignore.source.position(start);
    return line === ignore.line || line === ignore.line + 1 || (start >= ignore.end && start < ignore.until);
  }
  return coversField(ignore, problem);
}

/** A field's line is not known yet: the comment quiets the field whose key stands on its line or on the next. */
function coversField({ source, line }: Ignore, { place }: Problem): boolean {
  if (!("path" in place)) return false;
  const names = [...place.path, ...("key" in place && place.key ? [place.key] : [])].filter(
    (part) => typeof part === "string",
  );
  const near = `${source.line(line).split(/(?:<!--|#)\s*dossier-ignore/)[0]}\n${source.line(line + 1)}`;
  return names.some((name) => new RegExp(`(?:^|[\\s{,-])["']?${escapePattern(name)}["']?\\s*:`, "m").test(near));
}
