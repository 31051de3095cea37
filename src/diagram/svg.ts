/** The small, strict part of XML that a browser's serialiser writes: read to a tree and written back the same. */

export type SvgNode = SvgElement | string;

export interface SvgElement {
  name: string;
  /** Values as written, with their entities. */
  attributes: Map<string, string>;
  /** Text is as written, with its entities. */
  children: SvgNode[];
}

export const elementsOf = (node: SvgElement): SvgElement[] =>
  node.children.filter((child): child is SvgElement => typeof child !== "string");

const token = /<!--[\s\S]*?-->|<\/([\w:-]+)>|<([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/** The root element, or nothing when the text is anything but one well-formed element. */
export function parseSvg(text: string): SvgElement | undefined {
  const top: SvgElement = { name: "", attributes: new Map(), children: [] };
  const open: SvgElement[] = [top];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return undefined;
    const [, closed, opened, attributes = "", alone, words] = match;
    const parent = open.at(-1) as SvgElement;
    if (words !== undefined) parent.children.push(words);
    else if (opened !== undefined) {
      const element = { name: opened, attributes: parseAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!alone) open.push(element);
    } else if (closed !== undefined && open.pop()?.name !== closed) return undefined;
  }
  const roots = top.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const root = roots[0];
  return open.length === 1 && roots.length === 1 && typeof root !== "string" ? root : undefined;
}

function parseAttributes(text: string): Map<string, string> {
  return new Map([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map((match) => [match[1] as string, match[2] as string]));
}

/** The element as text, ended by a line break. */
export function writeSvg(root: SvgElement): string {
  return `${write(root)}\n`;
}

function write(node: SvgNode): string {
  if (typeof node === "string") return node;
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(write).join("")}</${node.name}>`;
}
