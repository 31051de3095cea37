import { createHash } from "node:crypto";

// #region pins
/** A tool as the server lists it. Everything here reaches the model, so everything here is pinned. */
export interface Tool {
  readonly name: string;
  readonly description?: string;
  readonly inputSchema: unknown;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

export type Pins = Readonly<Record<string, string>>;
export type Change = { readonly tool: string; readonly kind: "new" | "changed" | "gone" | "hidden-text" };

/** Key order must not matter: two servers may print the same schema differently. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
};

export const pinOf = (tool: Tool): string =>
  createHash("sha256")
    .update(canonical({ ...tool, name: undefined }))
    .digest("hex");

/** Tags, direction and zero-width marks, variation selectors, fillers: a person does not see them, a model reads them. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** What a reviewer has to look at before the list may be used. An empty result is the only pass. */
export const review = (listed: readonly Tool[], pins: Pins): readonly Change[] => {
  const changes: Change[] = [];
  for (const tool of listed) {
    const pinned = pins[tool.name];
    if (invisible.test(canonical(tool))) changes.push({ tool: tool.name, kind: "hidden-text" });
    if (pinned === undefined) changes.push({ tool: tool.name, kind: "new" });
    else if (pinned !== pinOf(tool)) changes.push({ tool: tool.name, kind: "changed" });
  }
  const names = new Set(listed.map((tool) => tool.name));
  for (const name of Object.keys(pins)) if (!names.has(name)) changes.push({ tool: name, kind: "gone" });
  return changes;
};

/** What the model is offered: only tools whose pin holds, so that one poisoned tool does not stop the others. */
export const usable = (listed: readonly Tool[], pins: Pins): readonly Tool[] => {
  const suspect = new Set(review(listed, pins).map((change) => change.tool));
  return listed.filter((tool) => !suspect.has(tool.name));
};
// #endregion
