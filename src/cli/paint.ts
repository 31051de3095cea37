/** Colours for one stream: NO_COLOR, FORCE_COLOR, `--no-color`, `CI` and pipes are honoured; untrusted text can't move the cursor. */
import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from "chalk";

export function paint(stream: { readonly isTTY?: boolean; readonly fd?: number }): ChalkInstance {
  const support = stream === process.stderr ? supportsColorStderr : supportsColor;
  const off =
    process.env["NO_COLOR"] || process.argv.includes("--no-color") || (!stream.isTTY && !process.env["FORCE_COLOR"]);
  return new Chalk({ level: off || !support ? 0 : support.level });
}

/** Without control characters: a title from the web must not write to the terminal. Nothing changes its place. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "�");
}

/** Visible, and no command to a CI runner, which takes those from any line that begins with `::` or holds `##[`. */
export function harmless(text: string): string {
  return visible(text)
    .replace(/(?<=^|\n)(\s*):(?=:)/g, "$1: ")
    .replaceAll("##[", "# #[");
}
