/** Takes out of a clean SVG what nobody sees, so that a committed picture is small and its changes are readable. */
import { elementsOf, type SvgElement, type SvgNode } from "./svg.ts";

const definitions = new Set([
  "marker",
  "symbol",
  "linearGradient",
  "radialGradient",
  "pattern",
  "filter",
  "clipPath",
  "mask",
]);
const containers = new Set(["g", "defs", "text", "tspan"]);
const geometry =
  /^(?:d|points|transform|gradientTransform|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|dx|dy|refX|refY)$/;

/** Works in place; ids must be renumbered before, so that an element without one is referred to by nobody. */
export function slim(element: SvgElement): void {
  for (const [name, value] of element.attributes) {
    // Mermaid joins what it has not got into "undefined;;;undefined". The semicolon of `&quot;` ends no declaration.
    const kept =
      name === "style"
        ? value
            .split(/(?<!&[a-z]+);/)
            .filter((part) => part.includes(":"))
            .join(";")
            .trim()
        : value;
    if (kept === "" && name !== "d") element.attributes.delete(name);
    else if (geometry.test(name)) element.attributes.set(name, rounded(value));
    else element.attributes.set(name, kept);
  }
  for (const child of elementsOf(element)) slim(child);
  element.children = joined(element.children.filter((child) => typeof child === "string" || !invisible(child)));
}

/** Thousandths of a unit are finer than a screen shows, and they hide the noise of floating-point sums. */
const rounded = (value: string) =>
  value.replace(
    /-?\d+\.\d{4,}(?:e-?\d+)?|-?\d+(?:\.\d+)?e-?\d+/g,
    (number) => `${Math.round(Number(number) * 1000) / 1000 || 0}`,
  );

function invisible({ name, attributes, children }: SvgElement): boolean {
  if (definitions.has(name)) return !attributes.has("id");
  if (name === "rect") return !attributes.has("width") || !attributes.has("height");
  return containers.has(name) && children.length === 0;
}

/** Mermaid sets every word in a `tspan` of its own; neighbours that look the same become one run of text. */
function joined(children: readonly SvgNode[]): SvgNode[] {
  const result: SvgNode[] = [];
  for (const child of children) {
    const before = result.at(-1);
    if (before !== undefined && areRuns(before, child))
      (before as SvgElement).children.push(...(child as SvgElement).children);
    else result.push(child);
  }
  return result;
}

function areRuns(a: SvgNode, b: SvgNode): boolean {
  if (typeof a === "string" || typeof b === "string" || a.name !== "tspan" || b.name !== "tspan") return false;
  const isRun = ({ attributes }: SvgElement) => [...attributes.keys()].every((name) => name.startsWith("font-"));
  return isRun(a) && isRun(b) && JSON.stringify([...a.attributes]) === JSON.stringify([...b.attributes]);
}
