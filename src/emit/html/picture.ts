/** A diagram inside the page: as an image it can neither fetch nor run, and its ids meet nobody else's. */
import type { Report } from "../../compose/report.ts";
import { attributes, escapeHtml } from "./escape.ts";
import type { PictureMark } from "./tree.ts";

/** The picture of a report at a path beside the deliverable; the keys of its assets lead from the project's root. */
export function assetOf({ assets }: Pick<Report, "assets">, path: string): string | undefined {
  for (const [file, svg] of assets) if (file === path || file.endsWith(`/${path}`)) return svg;
  return undefined;
}

/** Width and height of an SVG in CSS pixels, as its root element says. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const root = svg.slice(0, svg.indexOf(">"));
  const side = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(root)?.[1] ?? Number.NaN);
  const [, , boxWidth = 640, boxHeight = 400] = (/\sviewBox="([^"]*)"/.exec(root)?.[1] ?? "")
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] = [side("width"), side("height")];
  return { width: Math.round(width || boxWidth), height: Math.round(height || boxHeight) };
}

export function pictureHtml({ path, alt }: PictureMark, report: Pick<Report, "assets">): string {
  const svg = assetOf(report, path);
  if (svg === undefined) return escapeHtml(alt);
  const model = /(?:^|\/)chart-([\w-]+)\.svg$/.exec(path)?.[1];
  const image = { src: dataUri(svg), alt, ...sizeOf(svg), decoding: "async", "data-model": model };
  return `<img${attributes(image)}>`;
}

const addresses = new Map<string, string>();

/** Remembered: a preview builds the same pictures again and again. */
function dataUri(svg: string): string {
  if (addresses.size > 1000) addresses.clear();
  const address = addresses.get(svg) ?? encoded(svg);
  addresses.set(svg, address);
  return address;
}

/** Shorter than Base64: only what an address or an attribute can't hold is coded. */
const encoded = (svg: string): string =>
  `data:image/svg+xml,${svg
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/[%#<>"&\t]|[^\x20-\x7e]+/g, encodeURIComponent)}`;
