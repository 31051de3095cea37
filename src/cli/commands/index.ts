/** Every command, one line each; a test compares this list with the folder. */
import type { Command } from "../command.ts";
import { addSourceCommand } from "./add-source.ts";
import { buildCommand } from "./build.ts";
import { calcCommand } from "./calc.ts";
import { completionCommand } from "./completion.ts";
import { diffCommand } from "./diff.ts";
import { doctorCommand } from "./doctor.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { factCommand } from "./fact.ts";
import { helpCommand } from "./help.ts";
import { initCommand } from "./init.ts";
import { lintCommand } from "./lint.ts";
import { mcpCommand } from "./mcp.ts";
import { newCommand } from "./new.ts";
import { previewCommand } from "./preview.ts";
import { schemaCommand } from "./schema.ts";
import { sourcesCommand } from "./sources.ts";
import { statusCommand } from "./status.ts";
import { traceCommand } from "./trace.ts";
import { verifyCommand } from "./verify.ts";

export const commands: readonly Command[] = [
  initCommand,
  newCommand,
  statusCommand,
  diffCommand,
  addSourceCommand,
  lintCommand,
  buildCommand,
  previewCommand,
  factCommand,
  verifyCommand,
  traceCommand,
  sourcesCommand,
  exportCommand,
  calcCommand,
  explainCommand,
  doctorCommand,
  completionCommand,
  mcpCommand,
  schemaCommand,
  helpCommand,
];
