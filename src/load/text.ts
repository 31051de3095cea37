/** Bytes to text: strict UTF-8, no byte order mark, LF line ends, a bounded size. */
import { isUtf8 } from "node:buffer";
import { SourceText } from "../core/source-text.ts";
import { UserError } from "../core/user-error.ts";
import type { Issue } from "./issue.ts";

/** Markdown parsers take quadratic time on crafted input; a page of prose is far below this. */
const largest = 1_000_000;

/** Characters that no text holds: controls, those that turn the direction of writing, and the two that mark places in a report. */
export const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000\uE001]/;

/** The text, and what is wrong with it; one that is not `sound` is only good for showing where. */
export function decode(bytes: Uint8Array): { text: string; sound: boolean; issues: Issue[] } {
  if (bytes.length > largest)
    return {
      text: "",
      sound: false,
      issues: [at(0, 0, `Unexpected ${bytes.length} bytes, expected at most ${largest}`, "Split the file.")],
    };
  if (!isUtf8(bytes)) {
    const start = validPrefix(bytes);
    const issue = at(start, start + 1, "Unexpected bytes that are not UTF-8", "Save the file as UTF-8.");
    return { text: new TextDecoder("utf-8").decode(bytes), sound: false, issues: [issue] };
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(); // a mark at its start is kept
  const issues: Issue[] = [];
  if (text.startsWith("\uFEFF"))
    issues.push(at(0, 1, "Unexpected byte order mark", "Save the file as UTF-8 without a byte order mark."));
  const carriage = text.indexOf("\r");
  if (carriage >= 0)
    issues.push(
      at(
        carriage,
        carriage + 1,
        "Unexpected carriage return, expected LF line ends",
        "Add `* text=auto eol=lf` to .gitattributes and renormalise.",
      ),
    );
  const control = forbidden.exec(text);
  if (control)
    issues.push(
      at(control.index, control.index + 1, `Unexpected control character ${codePoint(control[0])}`, "Delete it."),
    );
  // A draft is built in spite of errors; a mark in it must not be forged either.
  return { text: control ? text.replace(/[\uE000\uE001]/g, "\uFFFD") : text, sound: true, issues };
}

/** The text of a file that is no object of the dossier. Throws UserError with the place where it is not as the others must be. */
export function soundText(path: string, bytes: Uint8Array): string {
  const { text, issues } = decode(bytes);
  const [issue] = issues;
  if (!issue) return text;
  const { line, column } = new SourceText(path, text).position(issue.span?.start ?? 0);
  throw new UserError(`${path}:${line}:${column}: ${issue.message}.`, issue.hint);
}

const at = (start: number, end: number, message: string, hint: string): Issue => ({
  rule: "file-is-text",
  message,
  hint,
  span: { start, end },
});

export const codePoint = (character: string) =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Length in UTF-16 units of the part that decodes, so that the report names the line of the bad byte. */
function validPrefix(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const decodes = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  return new TextDecoder("utf-8").decode(bytes.subarray(0, low)).length;
}
