import { createHash } from "node:crypto";

export interface Tool {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface PromptParts {
  readonly instructions: string;
  readonly tools: readonly Tool[];
  readonly tenant: { readonly id: string; readonly style: string };
  readonly request: string;
  readonly now: Date;
}

// #region assemble
/** JSON with sorted keys: the same value always has the same bytes. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export interface Prompt {
  /** Shared by every tenant; the cache breakpoint stands at its end. */
  readonly prefix: string;
  /** Stable for one tenant; a second breakpoint. */
  readonly tenantLayer: string;
  /** New with every request; never cached. */
  readonly tail: string;
  readonly prefixId: string;
}

export function assemble(parts: PromptParts): Prompt {
  const tools = [...parts.tools].sort((a, b) => (a.name < b.name ? -1 : 1));
  const prefix = `${parts.instructions.trim()}\n\n${tools.map(canonical).join("\n")}\n`;
  return {
    prefix,
    tenantLayer: `House style:\n${parts.tenant.style.trim()}\n`,
    tail: `Today is ${parts.now.toISOString().slice(0, 10)}.\n${parts.request}`,
    prefixId: createHash("sha256").update(prefix).digest("hex").slice(0, 16),
  };
}
// #endregion assemble
