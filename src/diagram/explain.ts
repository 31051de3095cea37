/** Mermaid's messages of failure, put into the words and the line numbers of this program. */
import { didYouMean } from "../core/suggest.ts";
import { originalLines } from "./lines.ts";
import type { Complaint } from "./problem.ts";

/** First words of the diagrams that Mermaid knows. */
const kinds = [
  ..."flowchart graph sequenceDiagram classDiagram stateDiagram-v2 stateDiagram erDiagram gantt pie quadrantChart".split(
    " ",
  ),
  ..."xychart-beta timeline mindmap journey gitGraph requirementDiagram C4Context C4Container C4Component".split(" "),
  ..."C4Dynamic C4Deployment sankey-beta block-beta packet-beta architecture-beta kanban radar-beta treemap-beta".split(
    " ",
  ),
];

/** `code` is the diagram's text; `found` the text of the token that Mermaid stopped at, when it says so. */
export function explain(message: string, found: string | undefined, code: string): Complaint {
  const lines = originalLines(code);
  if (message.startsWith("No diagram type detected")) return unknownKind(code, lines[0] ?? 1);
  const counted = /\bon line (\d+)/.exec(message)?.[1];
  const line = counted === undefined ? undefined : (lines[Number(counted) - 1] ?? lines.at(-1));
  const at = line === undefined ? {} : { line };
  const stop =
    /but found:? ?[`-]>?([^`]*?)<?[`-]/.exec(message)?.[1] ?? /character: ->(.*?)<-/s.exec(message)?.[1] ?? found;
  const expected = expectation(message);
  if (!expected && stop === undefined)
    return { ...at, message: sentence(message), hint: "See the syntax of this kind of diagram at mermaid.js.org." };
  return {
    ...at,
    message: `Unexpected ${shown(stop)} in the diagram, expected ${expected ?? "another statement"}.`,
    hint: "See the syntax of this kind of diagram at mermaid.js.org; labels with signs go into quotes.",
  };
}

function unknownKind(code: string, line: number): Complaint {
  const word = /^\s*([\w-]+)/.exec(code.split("\n")[line - 1] ?? "")?.[1] ?? "";
  return {
    line,
    message: `Unexpected ${word ? `“${word}”` : "empty diagram"}, expected the kind of a diagram such as “flowchart TD”.`,
    hint:
      didYouMean(word, kinds) ?? "The first statement names the kind: flowchart, sequenceDiagram, stateDiagram-v2, ...",
  };
}

/** The names of tokens are the grammar's; a few are words to a reader, and a long list is none. */
function expectation(message: string): string | undefined {
  const list = /Expecting (?:token of type )?('[^\n]*?)(?:, got| but found|$)/.exec(message)?.[1];
  const tokens = [
    ...new Set([...(list ?? "").matchAll(/'([^']+)'/g)].map((match) => words.get(match[1] as string) ?? match[1])),
  ];
  return tokens.length === 0 || tokens.length > 4 ? undefined : tokens.join(" or ");
}

const words = new Map([
  ["NEWLINE", "the end of the line"],
  ["NL", "the end of the line"],
  ["EOF", "the end"],
  ["TXT", "“: text”"],
  ["COLON", "“:”"],
  ["STYLE_SEPARATOR", "“:::”"],
  ["STRUCT_STOP", "“}”"],
  ["MEMBER", "a member"],
  ["NUMBER_WITH_DECIMAL", "a number"],
  ["NUMBER_PIE", "a number"],
]);

function shown(found: string | undefined): string {
  if (found === undefined || found === "") return "end";
  if (/^\s+$/.test(found)) return found.includes("\n") ? "end of the line" : "space";
  return `“${found.trim().slice(0, 40)}”`;
}

/** One line, one sentence, of a message that has none of the usual forms. */
function sentence(message: string): string {
  const line = message.split("\n")[0]?.trim().slice(0, 200) ?? "";
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
