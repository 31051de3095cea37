/** A trace as an indented tree. */
import type { Trace, TraceNode } from "../app/trace.ts";
import { harmless, paint } from "./paint.ts";

const widest = 110;
const names: Readonly<Record<string, string>> = { roadmap: "roadmap phase" };

export function treeText({ root, counts, direction }: Trace): string {
  const colours = paint(process.stdout);
  const lines: string[] = [];
  const draw = ({ id, title, says, children }: TraceNode, indent: string) => {
    const [kind, name] = id.split(/\/(.*)/s);
    const sure = says.length > 0 ? ` [${says.join(", ")}]` : "";
    const room = Math.max(20, widest - indent.length - id.length - sure.length);
    const short = title.length > room ? `${title.slice(0, room - 1).trimEnd()}…` : title;
    lines.push(
      `${indent}${colours.dim(kind ?? "")} ${colours.bold(harmless(name ?? ""))} ${harmless(short)}${colours.dim(harmless(sure))}`,
    );
    for (const child of children) draw(child, `${indent}  `);
  };
  draw(root, "");
  const all = Object.entries(counts).map(([kind, count]) => `${count} ${names[kind] ?? kind}${count === 1 ? "" : "s"}`);
  lines.push(
    all.length > 0
      ? `${direction === "up" ? "With it would fall" : "It rests on"}: ${all.join(", ")}.`
      : direction === "up"
        ? "Nothing rests on it."
        : "It rests on nothing.",
  );
  return `${lines.join("\n")}\n`;
}
