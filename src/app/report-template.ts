/** The report's own template for a dossier whose sections have other titles, or another order, than the built-in ones. */
import { slugOf } from "./slug.ts";

export interface ReportSection {
  readonly id: string;
  readonly title: string;
}

/** What a section holds, told by its title; the first that fits. */
const roles: readonly (readonly [string, RegExp])[] = [
  ["summary", /summary|résumé|synthèse|zusammenfassung/i],
  ["context", /\bcontext|\bscope|périmètre|kontext/i],
  ["discovery", /discover|findings?|evidence|découverte|constats?|état des lieux|résultats|befunde|ergebnisse/i],
  ["analysis", /analy/i],
  ["roadmap", /roadmap|implementation|feuille de route|mise en œuvre|\bplan\b|umsetzung|fahrplan/i],
  ["recommendations", /recomm[ea]nd|empfehl/i],
  ["limits", /\blimit|open questions|questions ouvertes|grenzen/i],
];

/** The sections that a brief asks for, each with the id of the built-in one that it stands for, or one of its own. */
export function sectionsOf(asked: readonly string[]): ReportSection[] {
  const taken = new Set<string>(["contents", "references"]);
  return asked.map((title) => {
    const role = roles.find(([id, words]) => !taken.has(id) && words.test(title))?.[0];
    if (role) taken.add(role);
    return { id: role ?? slugOf(title, taken), title };
  });
}

interface Block {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const heading = /^\{\{heading 2 \(t "(?<title>[^"]*)"\) "(?<id>[^"]*)"\}\}$/gm;

/** The built-in template with these sections in their order; nothing when that is what it says already. */
export function reportTemplate(builtIn: string, sections: readonly ReportSection[]): string | undefined {
  const { head, blocks } = split(builtIn);
  const asked = new Map(sections.map((section) => [section.id, section]));
  const first = blocks.findIndex(({ id }) => asked.has(id));
  const retitled = ({ id, title, text }: Block, to = asked.get(id)?.title ?? title) =>
    text.replace(JSON.stringify(title), () => JSON.stringify(to.replace(/["{}\\]/g, "'")));
  const body = sections.map(({ id, title }) => {
    const block = blocks.find((one) => one.id === id);
    return block
      ? retitled(block, title)
      : `{{heading 2 ${JSON.stringify(title.replace(/["{}\\]/g, "'"))} "${id}"}}\n\n{{section "${id}" 2}}\n\n`;
  });
  const rest = (from: Block[]) => from.filter(({ id }) => !asked.has(id)).map((block) => retitled(block));
  const before = first < 0 ? blocks.length - 1 : first;
  const text = [head, ...rest(blocks.slice(0, before)), ...body, ...rest(blocks.slice(before))].join("");
  return text === builtIn ? undefined : text;
}

function split(template: string): { head: string; blocks: Block[] } {
  const found = [...template.matchAll(heading)];
  const blocks = found.map((match, index) => ({
    id: match.groups?.["id"] ?? "",
    title: match.groups?.["title"] ?? "",
    text: template.slice(match.index, found[index + 1]?.index ?? template.length),
  }));
  return { head: template.slice(0, found[0]?.index ?? template.length), blocks };
}
