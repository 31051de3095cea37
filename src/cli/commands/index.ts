/** Every command, one line each; a test compares this list with the folder. */
import type { Command } from "../command.ts";
import { buildCommand } from "./build.ts";
import { lintCommand } from "./lint.ts";
import { schemaCommand } from "./schema.ts";

export const commands: readonly Command[] = [lintCommand, buildCommand, schemaCommand];
