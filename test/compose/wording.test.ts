/** A report in another language than English: no fixed word of it is left in English, in any format that people read. */
import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readWording } from "../../src/app/wording.ts";
import { MemoryFiles } from "../../src/host/memory-files.ts";
import { exampleFiles } from "../../src/lint/example.ts";
import type { Dossier } from "../../src/model/dossier.ts";
import { built, smallFiles } from "../emit/small-report.ts";
import { said } from "./said.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const french = parse(read("templates/wording/fr.yaml")) as Record<string, string>;
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe("the French table", () => {
  it("has all that templates and program say, with the same values in it", () => {
    expect([...said()].filter((english) => !Object.hasOwn(french, english))).toEqual([]);
    expect(Object.entries(french).filter(([a, b]) => `${placeholders(a)}` !== `${placeholders(b)}`)).toEqual([]);
  });

  it("has nothing that nobody says", () => {
    const folders = ["src", "templates/page"].map((folder) => new URL(`../../${folder}/`, import.meta.url));
    const program = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => readFileSync(new URL(name, folder), "utf8")),
    );
    const all = said();
    const unknown = Object.keys(french).filter(
      (english) => !all.has(english) && !program.some((text) => text.includes(`"${english}"`)),
    );
    // Made of a noun and its number in emit/html/chains.ts.
    expect(unknown).toEqual(["{n} finding", "{n} findings", "{n} source", "{n} sources"]);
  });
});

describe("the table of a language", () => {
  const wording = (language: string) => {
    const config = { data: { language, templates: "house/" } };
    const files = new MemoryFiles({
      "house/wording/pt.yaml": "Contents: Índice\nTable: Quadro\n",
      "house/wording/pt-BR.yaml": "Contents: Sumário\n",
      "house/wording/fi.yaml": "Contents: Sisällys\n",
    });
    return readWording({ config } as unknown as Dossier, { files, packaged: new MemoryFiles({}) });
  };

  it("is that of its tag, over that of the language without its place", async () => {
    expect(await wording("pt")).toEqual({ Contents: "Índice", Table: "Quadro" });
    expect(await wording("pt-BR")).toEqual({ Contents: "Sumário", Table: "Quadro" });
    expect(await wording("fil")).toEqual({});
    expect(await wording("../house/wording/fi")).toEqual({});
  });
});

describe("templates", () => {
  it("say nothing but through `t`, `head` and `words`", () => {
    for (const name of readdirSync(new URL("../../templates/", import.meta.url)).filter((one) =>
      one.endsWith(".hbs"),
    )) {
      const around = read(`templates/${name}`)
        .replace(/\{\{[\s\S]*?\}\}/g, "")
        .replace(/<[^>]*>|\]\([^)]*\)/g, "");
      expect(around.match(/\p{L}{2,}/gu)?.filter((word) => word !== "MCP") ?? [], name).toEqual([]);
    }
  });
});

/** The words of a text that neither the dossier nor the list of references brings. */
function foreign(text: string, content: string): string[] {
  const wordsOf = (from: string) => from.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const known = new Set(wordsOf(content));
  return [...new Set(wordsOf(text))].filter((word) => !known.has(word));
}

describe("a report in another language", async () => {
  // A language in which every fixed word is “§”: what is left was written by the authors, or is English by mistake.
  const config = `${exampleFiles["dossier.yaml"]}language: fr\ntemplates: research/own\n`;
  const strange = Object.keys(french).map((english) => `${JSON.stringify(english)}: §\n`);
  const { host, text, bytes } = await built(["md", "html", "docx"], {
    "dossier.yaml": config,
    "own/wording/fr.yaml": strange.join(""),
  });
  const citations = "consulté mars sept nov";
  const content = [...Object.values(exampleFiles), ...Object.values(smallFiles), config, citations].join("\n");
  const markdown = new TextDecoder().decode(host.files.read("docs/report.md"));

  it("leaves no English word in the Markdown", () => {
    expect(markdown.match(/§/g)?.length).toBeGreaterThan(100);
    const words = markdown.replace(/\]\([^)]*\)/g, "]").replace(/<[^>]*>/g, "");
    expect(foreign(words, content)).toEqual([]);
  });

  it("leaves none in the page, nor in what a screen reader says", () => {
    const body = text("html")
      .replace(/^[\s\S]*<body>/, "")
      .replace(/<script[\s\S]*?<\/script>|<svg[\s\S]*?<\/svg>/g, "");
    const spoken = [...body.matchAll(/(?:aria-label|title|alt)="([^"]*)"/g)].map(([, words]) => words).join("\n");
    expect(foreign(`${body.replace(/<[^>]*>/g, " ")}\n${spoken}`, content)).toEqual([]);
  });

  it("leaves none in the DOCX", () => {
    const document = strFromU8(unzipSync(bytes("docx"))["word/document.xml"] as Uint8Array);
    const words = [...document.matchAll(/<w:t[^>]*>([^<]*)<|w:alias w:val="([^"]*)"/g)]
      .map(([, a, b]) => a ?? b)
      .join(" ");
    expect(foreign(words, content)).toEqual([]);
  });
});
