/** The stamp in a rendered diagram: proves that the picture is what this program draws for this text, unaltered. */
import { digest } from "../core/digest.ts";
import { mermaidConfig, mermaidVersion, rendererVersion } from "./config.ts";

/** What a picture depends on, as one digest. `code` is the diagram's text with `\n` line breaks. */
export function diagramKey(code: string): string {
  return digest(mermaidVersion, JSON.stringify(mermaidConfig), `${rendererVersion}`, code);
}

const attribute = / data-digest="([0-9a-f]{64})"/;

/** The picture with its stamp as the last attribute of the root element. */
export function stamped(svg: string, key: string): string {
  const end = svg.indexOf(">");
  return `${svg.slice(0, end)} data-digest="${digest(key, svg)}"${svg.slice(end)}`;
}

/** Whether a picture from a cache or a repository is the one for this key, to the byte. */
export function isCurrent(svg: string, key: string): boolean {
  const found = attribute.exec(svg.slice(0, svg.indexOf(">")));
  return found !== null && digest(key, svg.replace(attribute, "")) === found[1];
}
