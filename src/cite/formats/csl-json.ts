/** CSL-JSON, the exchange form of citation processors; records pass through it without loss. */
import { type CslItem, ownFieldsOf, toCsl } from "../csl-item.ts";
import type { Format, ReadProblem, ReadRecord } from "../format.ts";
import { jsonChunks, parseTextual } from "../json-chunks.ts";

export const cslJson: Format = {
  id: "csl-json",
  title: "CSL-JSON",
  extensions: ["json"],
  detect: (text) => /^\ufeff?\s*[[{]/.test(text),
  async read(text) {
    const records: ReadRecord[] = [];
    const problems: ReadProblem[] = [];
    const { chunks, closed } = jsonChunks(text.replace(/^\ufeff/, ""));
    for (const chunk of chunks) {
      const item = parsed(chunk.text);
      if (typeof item === "string") problems.push({ line: chunk.line, message: item });
      else records.push({ item, line: chunk.line, lost: [] });
    }
    if (!closed) problems.push({ line: text.split("\n").length, message: "Unexpected end of the file, expected ]" });
    return { records, problems };
  },
  write(sources) {
    const items = [...sources].map(([key, source]) => {
      const own = ownFieldsOf(source);
      return own ? { ...toCsl(key, source), custom: { dossier: own } } : toCsl(key, source);
    });
    return { text: `${JSON.stringify(items, undefined, 2)}\n`, lost: [] };
  },
};

function parsed(text: string): CslItem | string {
  try {
    const item = parseTextual(text);
    if (typeof item !== "object" || item === null || Array.isArray(item))
      return "Unexpected value, expected a CSL item";
    const { id, type } = item as Record<string, unknown>;
    return { ...item, id: String(id ?? ""), type: typeof type === "string" ? type : "document" };
  } catch (error) {
    return `Unexpected JSON: ${error instanceof Error ? error.message.slice(0, 160) : String(error)}`;
  }
}
