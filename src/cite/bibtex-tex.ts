/** Simple TeX as text: groups, accents, ligatures and escaped characters; what has more in it is left to the TeX parser. */

const ligatures: Readonly<Record<string, string>> = { "''": "”", "``": "“", "--": "–", "---": "—", "~": "\u00a0" };
const combining: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  u: "\u0306",
  ".": "\u0307",
  '"': "\u0308",
  r: "\u030a",
  H: "\u030b",
  v: "\u030c",
  d: "\u0323",
  c: "\u0327",
  k: "\u0328",
};
const letters: Readonly<Record<string, string>> = {
  ss: "ß",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  aa: "å",
  AA: "Å",
  o: "ø",
  O: "Ø",
  l: "ł",
  L: "Ł",
  i: "ı",
};

const untouched = /^[^{}\\$%^<>~`'\p{Cc}-]*$/u;
const token = new RegExp(
  [
    String.raw`(?<text>[^{}\\$%^<>~${"`"}'\p{Cc}-]+)`,
    "(?<ligature>---?|''|``|~)",
    "(?<mark>['`-])",
    "[{}]",
    String.raw`\\(?:(?<sign>[${"`"}'^~=."]) *|(?<accent>[uvHcdkr])(?: +|(?=\{)))(?:\{ *(?<grouped>\\[ij]|[A-Za-z]) *\}|(?<bare>\\[ij](?![A-Za-z ])|[A-Za-z]))`,
    String.raw`\\(?<letter>ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![A-Za-z]) *`,
    String.raw`\\(?<escaped>[%&_#$])`,
  ].join("|"),
  "uy",
);

/** On one line, composed (NFC). Nothing when a command, math, a comment or a new paragraph is in it. */
export function plainTex(tex: string): string | undefined {
  if (/\n[ \t\r]*\n/.test(tex)) return undefined;
  const line = tex.replace(/[ \t\r\n]+/g, " ").trim();
  if (untouched.test(line)) return line;
  let text = "";
  for (token.lastIndex = 0; token.lastIndex < line.length; ) {
    const found = token.exec(line)?.groups;
    if (!found) return undefined;
    const { ligature, sign, accent = sign, grouped, bare = grouped, letter } = found;
    if (ligature) text += ligatures[ligature];
    // The dotless letters of TeX are there to carry an accent.
    else if (accent) text += `${bare?.replace("\\", "")}${combining[accent]}`;
    else if (letter) text += letters[letter];
    else text += found["text"] ?? found["mark"] ?? found["escaped"] ?? "";
  }
  return text.normalize("NFC").trim();
}

/** Cuts at what `separator` matches outside of groups. */
export function splitTex(tex: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const found of tex.matchAll(new RegExp(`\\\\.|[{}]|(${separator})`, "gis"))) {
    if (found[0] === "{") depth += 1;
    else if (found[0] === "}") depth -= 1;
    else if (found[1] !== undefined && depth === 0) {
      parts.push(tex.slice(from, found.index));
      from = found.index + found[0].length;
    }
  }
  return [...parts, tex.slice(from)];
}
