/** Every fixed word that templates and program say in the language of the report, read from their text. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonSchemas } from "../../src/app/schema.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const textsIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));

const strings = (text: string) => [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, words = ""]) => words);

function inTemplates(): string[] {
  const texts = textsIn("templates", ".md.hbs");
  return texts.flatMap((text) => [
    ...[...text.matchAll(/[{(]t "([^"]+)"/g)].map(([, words = ""]) => words),
    ...[...text.matchAll(/\{\{head ([^}]+)\}\}/g)].flatMap(([, titles = ""]) => strings(titles)),
  ]);
}

/** The strings of each call of `say(wording, …)` or `t(…)`, but not those of its values. */
function inProgram(): string[] {
  const texts = ["src/compose", "src/emit", "src/calc", "templates/page"].flatMap((folder) => textsIn(folder, ".ts"));
  return texts.flatMap((text) =>
    [...text.matchAll(/\b(?:say\(\s*(?:[\w.]+),|t\()/g)].flatMap(({ 0: opening, index }) => {
      const words: string[] = [];
      let depth = 1;
      for (const [token] of text.slice(index + opening.length).matchAll(/"(?:[^"\\]|\\.)*"|[(){]/g)) {
        depth += { "(": 1, ")": -1, "{": -depth }[token] ?? 0;
        if (depth <= 0) break;
        if (/^".*\w/.test(token)) words.push(token.slice(1, -1));
      }
      return words;
    }),
  );
}

/** Names of the format that are printed as words. */
function namesPrinted(): string[] {
  const printed = ["finding", "case", "recommendation", "risks", "conflicts", "system", "source"];
  const schemas = jsonSchemas();
  const enums = (value: unknown, field = ""): string[] =>
    Array.isArray(value)
      ? value.flatMap((one) => enums(one, field))
      : value !== null && typeof value === "object"
        ? Object.entries(value).flatMap(([name, inner]) =>
            name === "enum" && !/^(?:complexity|copy|tier|type|format)$/.test(field)
              ? (inner as string[]).map((word) => (field === "reversibility" ? word : word.replaceAll("-", " ")))
              : enums(inner, name === "items" || name === "anyOf" ? field : name),
          )
        : [];
  return printed.flatMap((kind) => enums(schemas.get(kind)));
}

export const said = (): Set<string> => new Set([...inTemplates(), ...inProgram(), ...namesPrinted()]);
