/** Whether diagrams parse, without a browser; a verdict is kept by the diagram's content, so Mermaid loads only for new text. */
import { digest } from "../core/digest.ts";
import type { Cache } from "../core/host.ts";
import type { Isolate, OpenIsolate } from "../core/isolate.ts";
import { UserError } from "../core/user-error.ts";
import { mermaidConfig, mermaidVersion } from "./config.ts";
import { explain } from "./explain.ts";
import { guard, securedKeysIn, securedSetting } from "./guard.ts";
import type { Complaint, DiagramProblem, DiagramRequest } from "./problem.ts";
import { readDiagram } from "./read.ts";
import { diagramKey, isCurrent } from "./stamp.ts";

export interface CheckMeans {
  readonly cache: Cache;
  readonly openIsolate: OpenIsolate;
  /** The picture of a diagram from an earlier build, if there is one: what was drawn from this text parses. */
  readonly existing?: (id: string) => string | undefined;
  /** Wall-clock limit for each diagram in milliseconds. */
  readonly limitMs?: number;
}

/** Raised when a verdict may change although Mermaid and its settings don't. */
const checkVersion = "1";

/** Mermaid deletes secured settings without a word; here none is secured, so that it hands back all that the text asks for. */
const openConfig = { ...mermaidConfig, secure: [] };

/** Mermaid's first load takes longer than any diagram; it is asked for on its own. */
const loadLimitMs = 30_000;

/**
 * Mermaid parses without a browser when DOMPurify, which needs one, is replaced: only the verdict is wanted here, the
 * labels are thrown away.
 */
const parser = `
  const { default: purify } = await load("dompurify");
  Object.assign(purify, { sanitize: (text) => text, addHook() {}, removeHook() {} });
  const { default: mermaid } = await load("mermaid");
  return async ({ config, code }) => {
    mermaid.initialize(config);
    if (code === undefined) return {};
    try {
      return { config: (await mermaid.parse(code)).config };
    } catch (error) {
      return { error: String(error?.message ?? error), text: error?.hash?.text };
    }
  };
`;

/** What is wrong with each of the diagrams, in their order. */
export async function checkDiagrams(requests: readonly DiagramRequest[], means: CheckMeans): Promise<DiagramProblem[]> {
  const problems: DiagramProblem[] = [];
  let isolate: Isolate | undefined;
  try {
    for (const { id, code: raw } of requests) {
      const { code } = readDiagram(raw);
      const key = digest(checkVersion, mermaidVersion, JSON.stringify(mermaidConfig), code);
      let complaints = recall(means.cache, key);
      if (!complaints) {
        complaints = guard(code);
        if (complaints.length === 0 && wasDrawn(id, code, means)) means.cache.set("diagram-check", key, "[]");
        else if (complaints.length === 0) {
          isolate ??= await openParser(means.openIsolate);
          const verdict = await parse(isolate, code, means.limitMs ?? 2_000);
          complaints = verdict.complaints;
          if (verdict.spent) {
            await isolate.close();
            isolate = undefined;
          }
          if (!verdict.spent) means.cache.set("diagram-check", key, JSON.stringify(complaints));
        }
      }
      problems.push(...complaints.map((complaint) => ({ id, ...complaint })));
    }
  } finally {
    await isolate?.close();
  }
  return problems;
}

/** Settings of its own are left out: Mermaid draws in spite of those that it refuses. */
function wasDrawn(id: string, code: string, { existing }: CheckMeans): boolean {
  if (/^\s*---|%%\{/m.test(code)) return false;
  const picture = existing?.(id);
  return picture !== undefined && isCurrent(picture, diagramKey(code));
}

function recall(cache: Cache, key: string): Complaint[] | undefined {
  const kept = cache.get("diagram-check", key);
  if (kept === undefined) return undefined;
  try {
    const complaints: unknown = JSON.parse(kept);
    return Array.isArray(complaints) ? (complaints as Complaint[]) : undefined;
  } catch {
    return undefined;
  }
}

async function openParser(openIsolate: OpenIsolate): Promise<Isolate> {
  const isolate = openIsolate(parser, ["dompurify", "mermaid"]);
  const loaded = await isolate.ask({ config: openConfig }, loadLimitMs);
  if (loaded.kind === "value") return isolate;
  await isolate.close();
  throw new UserError(
    `Mermaid did not load: ${loaded.kind === "error" ? loaded.message : loaded.kind}.`,
    "Try again when the machine has less to do; if it stays, reinstall dossier.",
    3,
  );
}

interface Verdict {
  readonly complaints: Complaint[];
  /** The isolate hangs or is dead, and the verdict may differ the next time. */
  readonly spent: boolean;
}

async function parse(isolate: Isolate, code: string, limitMs: number): Promise<Verdict> {
  const outcome = await isolate.ask({ config: openConfig, code }, limitMs);
  if (outcome.kind !== "value") {
    const message = `Unexpected text that Mermaid can't finish reading in ${limitMs / 1000} s, expected a diagram.`;
    return { complaints: [{ message, hint: "Simplify the diagram, or look for an endless repetition." }], spent: true };
  }
  const { config, error, text } = outcome.value as { config?: unknown; error?: string; text?: string };
  if (error !== undefined) return { complaints: [explain(error, text, code)], spent: false };
  return { complaints: securedKeysIn(config).map(securedSetting), spent: false };
}
