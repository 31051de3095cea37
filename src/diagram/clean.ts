/**
 * From the SVG that a page serialised to the file that a report shows: nothing that runs or loads, ids that depend on the
 * content alone, a light card behind it, and a size of its own.
 */
import { palette } from "./config.ts";
import { slim } from "./slim.ts";
import { elementsOf, parseSvg, type SvgElement, type SvgNode, writeSvg } from "./svg.ts";

/** The picture can't be shown as it was drawn; the message names what was in it, to stand after “Unexpected”. */
export class UncleanSvg extends Error {}

const allowed = new Set(
  (
    "svg g defs title desc style text tspan path rect circle ellipse line polyline polygon marker use symbol " +
    "linearGradient radialGradient stop clipPath mask pattern filter feDropShadow feGaussianBlur feOffset feMerge " +
    "feMergeNode feFlood feComposite feColorMatrix feBlend image"
  ).split(" "),
);

/** Room around the drawing, in user units. */
const padding = 12;

/** `prefix` begins every id of the picture. Throws UncleanSvg for anything that a picture must not hold. */
export function cleanSvg(drawn: string, prefix: string): string {
  const root = parseSvg(drawn);
  if (root?.name !== "svg") throw new UncleanSvg("answer");
  scrub(root);
  renumber(root, prefix);
  slim(root);
  frame(root);
  return writeSvg(root);
}

function scrub(element: SvgElement): void {
  if (!allowed.has(element.name)) throw new UncleanSvg(`element <${element.name}>`);
  // A link does nothing in a picture: what it wraps stays.
  element.children = element.children.flatMap((child): SvgNode[] =>
    typeof child !== "string" && child.name === "a" ? [{ ...child, name: "g", attributes: new Map() }] : [child],
  );
  for (const [name, value] of element.attributes) {
    if (/^on/i.test(name) || /^(?:target|rel|tabindex|xml:space|cursor)$/.test(name)) element.attributes.delete(name);
    else if (/^(?:xlink:)?href$/.test(name)) {
      const embedded = element.name === "image" && /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=]+$/.test(value);
      if (!value.startsWith("#") && !embedded) throw new UncleanSvg(`reference to “${value.slice(0, 60)}”`);
    } else if (loads(value)) throw new UncleanSvg(`${name} “${value.slice(0, 60)}”`);
  }
  if (element.name === "style") {
    const css = element.children.map((child) => (typeof child === "string" ? child : "")).join("");
    if (loads(css) || /@(?!keyframes\b)/.test(css)) throw new UncleanSvg("style sheet that loads");
  }
  for (const child of elementsOf(element)) scrub(child);
}

/** CSS that would fetch, or hides what it does behind an escape. */
function loads(css: string): boolean {
  if (!/[(\\@:]/.test(css)) return false;
  if (/\\|image-set\s*\(|\bsrc\s*\(|@import|javascript:|expression\s*\(/i.test(css)) return /[(:]|@import/.test(css);
  return [...css.matchAll(/url\s*\(\s*["']?([^)"']*)/gi)].some(([, target]) => !target?.startsWith("#"));
}

/** Ids that something refers to become `prefix`, `prefix-1`, ... in the order of the document; the others go. */
function renumber(root: SvgElement, prefix: string): void {
  const all: SvgElement[] = [];
  const collect = (element: SvgElement) => {
    all.push(element);
    elementsOf(element).forEach(collect);
  };
  collect(root);
  const ids = new Set(all.flatMap(({ attributes }) => attributes.get("id") ?? []));
  const referred = new Set<string>();
  const visit = (replace: (id: string) => string) => {
    for (const element of all) {
      for (const [name, value] of element.attributes) {
        if (/^aria-(?:labelledby|describedby)$/.test(name))
          element.attributes.set(name, value.split(/\s+/).map(replace).join(" "));
        else if (value.includes("#")) element.attributes.set(name, mapped(value, ids, replace));
      }
      if (element.name === "style")
        element.children = element.children.map((child) =>
          typeof child === "string" ? mapped(child, ids, replace) : child,
        );
    }
  };
  visit((id) => {
    referred.add(id);
    return id;
  });
  const names = new Map<string, string>();
  const rootId = root.attributes.get("id");
  if (rootId !== undefined) names.set(rootId, prefix);
  for (const { attributes } of all) {
    const id = attributes.get("id");
    if (id !== undefined && referred.has(id) && !names.has(id)) names.set(id, `${prefix}-${names.size}`);
  }
  visit((id) => names.get(id) ?? id);
  for (const { attributes } of all) {
    const id = attributes.get("id");
    if (id === undefined) continue;
    const name = names.get(id);
    if (name === undefined) attributes.delete("id");
    else attributes.set("id", name);
  }
}

/** `#id` of a known id, also as a style sheet or an address escapes it. Colours are left alone. */
function mapped(value: string, ids: ReadonlySet<string>, replace: (id: string) => string): string {
  return value.replace(/#((?:[\w:.-]|\\.|%[0-9A-Fa-f]{2}|\P{ASCII})+)/gu, (whole, name: string) => {
    // A class or a pseudo-class may follow an id in a selector.
    for (let end = name.length; end > 0; end--)
      if (ids.has(name.slice(0, end)) && (end === name.length || ".:".includes(name[end] as string)))
        return `#${replace(name.slice(0, end))}${name.slice(end)}`;
    return whole;
  });
}

/** Width and height from the drawing's own measure, and a white card: readable on a light and on a dark page. */
function frame(root: SvgElement): void {
  const box = (root.attributes.get("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = box;
  if (box.length !== 4 || !box.every(Number.isFinite) || width <= 0 || height <= 0)
    throw new UncleanSvg("drawing without a size");
  const [left, top, wide, high] = [x - padding, y - padding, width + 2 * padding, height + 2 * padding].map(round) as [
    number,
    number,
    number,
    number,
  ];
  const { attributes } = root;
  for (const name of ["style", "width", "height", "preserveAspectRatio"]) attributes.delete(name);
  attributes.set("viewBox", `${left} ${top} ${wide} ${high}`);
  attributes.set("width", `${wide}`);
  attributes.set("height", `${high}`);
  attributes.set("role", "img");
  const card: SvgElement = {
    name: "rect",
    attributes: new Map(
      Object.entries({ x: `${left}`, y: `${top}`, width: `${wide}`, height: `${high}`, rx: "6", fill: palette.card }),
    ),
    children: [],
  };
  const first = root.children.findIndex(
    (child) => typeof child === "string" || !["style", "title", "desc"].includes(child.name),
  );
  root.children.splice(first < 0 ? root.children.length : first, 0, card);
}

const round = (value: number) => Math.round(value * 100) / 100;
