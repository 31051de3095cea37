/** Every command, one line each; a test compares this list with the folder. */
import type { Command } from "../command.ts";
import { addSourceCommand } from "./add-source.ts";
import { buildCommand } from "./build.ts";
import { explainCommand } from "./explain.ts";
import { factCommand } from "./fact.ts";
import { initCommand } from "./init.ts";
import { lintCommand } from "./lint.ts";
import { newCommand } from "./new.ts";
import { schemaCommand } from "./schema.ts";
import { statusCommand } from "./status.ts";

export const commands: readonly Command[] = [initCommand, newCommand, statusCommand, addSourceCommand, lintCommand, buildCommand, factCommand, explainCommand, schemaCommand];
