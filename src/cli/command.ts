/** What a command is: a name, its options and examples; its work is imported when it runs. */
import type { Command as Definition } from "commander";

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** Adds arguments, options and the action. */
  define(command: Definition): Definition;
}
