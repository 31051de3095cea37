/** One record shape for local, hosted and MCP calls; a record that breaks it is refused before export. */
export type Strategy = "local" | "hosted" | "mcp";
export type DataClass = "public" | "internal" | "confidential" | "restricted";
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface CallRecord {
  readonly strategy: Strategy;
  readonly dataClass: DataClass;
  readonly attributes: Attributes;
  /** The subset of keys that also becomes metric labels. */
  readonly labels: readonly string[];
}

// #region contract
const contract = "genai-2026-11"; // our pin: one commit of the conventions, raised by a reviewed change
const always = ["contract", "strategy", "data_class", "tenant", "clock", "gen_ai.operation.name", "outcome"];
const required: Readonly<Record<Strategy, readonly string[]>> = {
  hosted: [
    "gen_ai.request.model",
    "gen_ai.response.model",
    "gen_ai.usage.input_tokens",
    "gen_ai.usage.output_tokens",
    "price_version",
  ],
  local: [
    "gen_ai.request.model",
    "gen_ai.response.model",
    "gen_ai.usage.input_tokens",
    "gen_ai.usage.output_tokens",
    "gpu_seconds",
  ],
  mcp: ["mcp.method.name", "gen_ai.tool.name", "traceparent"],
};
const content =
  /^gen_ai\.(input|output)\.messages$|^gen_ai\.system_instructions$|^gen_ai\.tool\.call\.(arguments|result)$/;
const secret = /authorization|api[-_]?key|cookie|raw_headers/i;
const unbounded = new Set(["tenant_user", "session.id", "gen_ai.conversation.id", "trace_id", "jsonrpc.request.id"]);
/** Time to first token is comparable only within one clock. */
const clocks = new Set(["client", "gateway", "engine"]);

export function violations({ strategy, dataClass, attributes, labels }: CallRecord): string[] {
  const found: string[] = [];
  for (const key of [...always, ...required[strategy]]) if (attributes[key] === undefined) found.push(`missing ${key}`);
  if (attributes["contract"] !== undefined && attributes["contract"] !== contract)
    found.push(`contract ${attributes["contract"]}, expected ${contract}`);
  if (attributes["clock"] !== undefined && !clocks.has(String(attributes["clock"])))
    found.push(`unknown clock ${attributes["clock"]}`);
  for (const key of Object.keys(attributes)) {
    if (secret.test(key)) found.push(`secret ${key}`);
    if (content.test(key) && dataClass !== "public") found.push(`content ${key} in class ${dataClass}`);
  }
  for (const label of labels) if (unbounded.has(label)) found.push(`unbounded label ${label}`);
  if (strategy === "hosted" && dataClass === "restricted") found.push("restricted data left for a hosted model");
  if (
    attributes["gen_ai.usage.output_tokens"] === 0 &&
    attributes["outcome"] === "stream_broken" &&
    attributes["estimated_output_tokens"] === undefined
  )
    found.push("broken stream without an estimate: the provider may bill what the counter misses");
  return found;
}
// #endregion contract
