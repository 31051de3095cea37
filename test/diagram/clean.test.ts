/** What an SVG may hold after cleaning. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { cleanSvg, UncleanSvg } from "../../src/diagram/clean.ts";
import { mermaidVersion } from "../../src/diagram/config.ts";
import { diagramKey, isCurrent, stamped } from "../../src/diagram/stamp.ts";

const svg = (inner: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" id="drawing" viewBox="0 0 100 50"${attributes}>${inner}</svg>`;
const clean = (inner: string, attributes?: string) => cleanSvg(svg(inner, attributes), "d1");

describe("cleanSvg", () => {
  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["HTML in a foreign object", '<foreignObject width="1" height="1"/>'],
    ["a picture from the network", '<image href="http://x/a.png"/>'],
    ["a picture that is SVG", '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ["another file", '<use xlink:href="other.svg#a"/>'],
    ["an address in a style", '<path d="M0 0" style="fill:url(http://x)"/>'],
    ["an address in an attribute", '<path d="M0 0" fill="url(//x)"/>'],
    ["an escaped address", '<path d="M0 0" style="fill:u\\72l(http://x)"/>'],
    ["an import", "<style>@import 'x';</style>"],
    ["a font from elsewhere", "<style>@font-face { src: url(x) }</style>"],
    ["an address in a style sheet", "<style>a { fill: url('http://x#y') }</style>"],
    ["a set of images", "<style>a { background: image-set('x' 1x) }</style>"],
    ["something that is not well-formed", "<g>"],
    ["an attribute without quotes", "<g id=x></g>"],
    ["a document type", "<!DOCTYPE svg>"],
    ["a processing instruction", "<?xml-stylesheet href='x'?>"],
    ["CDATA", "<![CDATA[<script>]]>"],
  ])("refuses %s", (_name, inner) => {
    expect(() => clean(inner)).toThrow(UncleanSvg);
  });

  it("refuses what has no size, and what is no picture", () => {
    expect(() => cleanSvg('<svg viewBox="0 0 0 0"></svg>', "d1")).toThrow(UncleanSvg);
    expect(() => cleanSvg('<svg viewBox="0 0 1e999 5"></svg>', "d1")).toThrow(UncleanSvg);
    expect(() => cleanSvg("<html></html>", "d1")).toThrow(UncleanSvg);
    expect(() => cleanSvg("", "d1")).toThrow(UncleanSvg);
  });

  it("drops event attributes and the link around a shape, keeps the shape", () => {
    const result = clean(
      '<a href="javascript:alert(1)" onclick="x()"><rect width="2" height="3" onmouseover="y()"/></a>',
    );
    expect(result).toContain('<g><rect width="2" height="3"/></g>');
    expect(result).not.toMatch(/alert|onclick|onmouseover/);
  });

  it("renumbers ids with all that refers to them, and drops the others", () => {
    const result = clean(
      "<style>#drawing .a { fill: red } #drawing #box.a { stroke: #abcdef }</style>" +
        '<defs><marker id="drawing_arrow-7"><path d="M0 0"/></marker><marker id="unused"><path d="M0 0"/></marker></defs>' +
        '<path d="M0 0" marker-end="url(#drawing_arrow-7)"/><g id="abcdef"><rect id="box" width="1" height="1"/></g>',
      ' aria-labelledby="t"',
    ).replace(/<rect x=[^>]*>/, "");
    expect(result).toContain("#d1 .a { fill: red } #d1 #d1-3.a");
    expect(result).toMatch(/<marker id="d1-1">.*url\(#d1-1\)/);
    expect(result).not.toMatch(/unused|drawing/);
  });

  it("sets a card behind the drawing and the size from its own measure", () => {
    const result = clean('<path d="M0 0"/>', ' width="100%" style="max-width: 100px"');
    expect(result).toContain('viewBox="-12 -12 124 74" width="124" height="74" role="img"');
    expect(result).toMatch(/<rect x="-12" y="-12" width="124" height="74" rx="6" fill="#ffffff"\/><path/);
    expect(result.endsWith("</svg>\n")).toBe(true);
  });

  it("rounds noise, joins words and drops what is invisible", () => {
    const run = (word: string) => `<tspan font-weight="normal">${word}</tspan>`;
    const result = clean(`<g><rect/></g><text x="1.00049999" y="-1e-14">${run("two")}${run(" words")}</text>`);
    expect(result).toContain('<text x="1" y="0"><tspan font-weight="normal">two words</tspan></text>');
    expect(result).not.toContain("<g>");
  });
});

describe("the stamp", () => {
  it("holds for these bytes and this key only", () => {
    const key = diagramKey("pie");
    const picture = stamped('<svg id="a"><g/></svg>\n', key);
    expect(picture).toMatch(/^<svg id="a" data-digest="[0-9a-f]{64}"><g\/><\/svg>\n$/);
    expect(isCurrent(picture, key)).toBe(true);
    expect(isCurrent(picture, diagramKey("pie "))).toBe(false);
    expect(isCurrent(picture.replace("<g/>", "<g></g>"), key)).toBe(false);
    expect(isCurrent('<svg id="a"><g data-digest="x"/></svg>', key)).toBe(false);
    expect(isCurrent("", key)).toBe(false);
  });

  it("names the Mermaid that is installed", () => {
    const path = createRequire(import.meta.url).resolve("mermaid/package.json");
    expect((JSON.parse(readFileSync(path, "utf8")) as { version: string }).version).toBe(mermaidVersion);
  });
});
