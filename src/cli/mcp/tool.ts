/** What a tool is: a name, what it takes, whether it writes, and its work on the project. */
import type { CallToolResult } from "@modelcontextprotocol/server";
import type * as z from "zod";
import type { Machine } from "../../host/machine.ts";

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** `network` also writes. */
  readonly effect: "reads" | "writes" | "network";
  readonly input: z.ZodObject;
  run(host: Machine, input: never): Promise<CallToolResult>;
}

/** Keeps the type of the input between schema and work. */
export const tool = <T extends z.ZodObject>(
  one: Omit<Tool, "input" | "run"> & {
    readonly input: T;
    run(host: Machine, input: z.infer<T>): Promise<CallToolResult>;
  },
): Tool => one as unknown as Tool;
