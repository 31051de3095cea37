/** The markup of citeproc's HTML output as Markdown. */
import { emphasise, escapeMarkdown, markdownLink } from "./markdown.ts";

/** A stretch of the entry in one style. */
interface Run {
  text: string;
  readonly mark: "" | "*" | "**" | "***";
  readonly script: "" | "sup" | "sub";
  readonly href?: string;
}

/** citeproc escapes `<` in all text, so whatever looks like a tag is its own. */
const tokens = /<a href="([^"]*)">|<(\/?)(i|em|b|sup|sub|a|div|span)\b[^>]*>|[^<]+|</g;

/** One entry, on one line. */
export function markdownOf(html: string): string {
  const runs = runsOf(html);
  const rendered = runs.map((run, at) => render(run, at === 0));
  let out = "";
  rendered.forEach((text, at) => {
    out += emphasise(text, runs[at]?.mark ?? "", out, rendered[at + 1] ?? "");
  });
  return out.replace(/[ \n]+/g, " ").trim();
}

function runsOf(html: string): Run[] {
  const runs: Run[] = [];
  const open: string[] = [];
  let href: string | undefined;
  for (const [found, target, close, tag] of html.matchAll(tokens)) {
    if (target !== undefined) href = decode(target);
    else if (tag === "a") href = undefined;
    else if (tag === "div") add(runs, { text: " ", mark: "", script: "" });
    else if (tag && tag !== "span") close ? open.splice(open.lastIndexOf(tag), 1) : open.push(tag);
    else if (!tag) add(runs, { text: decode(found), ...style(open), href });
  }
  const first = runs.findIndex((run) => run.text.trim() !== "");
  const content = runs.slice(Math.max(first, 0));
  if (content[0]) content[0].text = content[0].text.trimStart();
  return content;
}

function add(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.mark === run.mark && last.script === run.script && last.href === run.href) last.text += run.text;
  else runs.push(run);
}

function style(open: readonly string[]): Pick<Run, "mark" | "script"> {
  const italic = open.includes("i") || open.includes("em");
  const bold = open.includes("b");
  const script = open.findLast((tag) => tag === "sup" || tag === "sub") as "sup" | "sub" | undefined;
  return { mark: bold ? (italic ? "***" : "**") : italic ? "*" : "", script: script ?? "" };
}

function render({ text, script, href }: Run, start: boolean): string {
  if (href === undefined) return escapeMarkdown(script === "" ? text : scripted(text, script), start);
  return markdownLink(
    text,
    href.startsWith("https://doi.org/") ? href.replaceAll("#", "%23").replaceAll("?", "%3F") : href,
  );
}

const plainScript = "0123456789+−=()";
const scripts = { sup: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", sub: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎" };

/** Unicode's raised and lowered characters; Markdown has none of its own, so other text stays on the line. */
function scripted(text: string, script: "sup" | "sub"): string {
  if (script === "sup" && /^(?:TM|SM)$/.test(text)) return text === "TM" ? "™" : "℠";
  const places = [...text.replaceAll("-", "−")].map((char) => plainScript.indexOf(char));
  return places.includes(-1) ? text : places.map((at) => scripts[script][at]).join("");
}

function decode(text: string): string {
  return text.replace(/&#(\d+);|&(amp|lt|gt|quot);/g, (_, code: string | undefined, name: string) =>
    code
      ? String.fromCodePoint(Math.min(Number(code), 0x10ffff))
      : ({ amp: "&", lt: "<", gt: ">", quot: '"' }[name] ?? ""),
  );
}
