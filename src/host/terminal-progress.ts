/** Progress on stderr: one line that is rewritten, and nothing where stderr is no terminal. */
import type { Progress } from "../core/host.ts";

export interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export class TerminalProgress implements Progress {
  #shown = false;

  constructor(readonly stream: Stream) {}

  step(message: string): void {
    if (!this.stream.isTTY) return;
    // A key or a name in it must not move the cursor.
    this.stream.write(`\r\u001B[2K${message.replace(/[\p{Cc}\p{Bidi_C}]/gu, "�")}…`);
    this.#shown = true;
  }

  done(): void {
    if (!this.#shown) return;
    this.stream.write("\r\u001B[2K");
    this.#shown = false;
  }
}
