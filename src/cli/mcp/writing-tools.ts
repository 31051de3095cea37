/** Tools that write below research/, or the report: through the same verbs as the command line. */
import * as z from "zod";
import type { Registered } from "../../app/source-registry.ts";
import { UserError } from "../../core/user-error.ts";
import { refusal, reply } from "./reply.ts";
import { tool } from "./tool.ts";

const text = (longest: number) => z.string().min(1).max(longest);
const by = text(100).describe("who writes it: the name of the agent or person");
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const writingTools = [
  tool({
    name: "add_source",
    title: "Register a source",
    description:
      "Writes research/sources/<key>.yaml. Give `what` (address, DOI, arXiv id, ISBN, RFC: asks the registries over the network), or describe it by title and the other fields, offline. Duplicates are refused with the existing key.",
    effect: "network",
    input: z.object({
      what: text(2_000).optional(),
      key: text(80).optional(),
      title: text(500).optional(),
      author: z.array(text(200)).max(100).optional().describe('"Family, Given", or the name of an organisation'),
      issued: text(20).optional(),
      accessed: date.optional().describe("the day its address was read; today if not given"),
      url: text(2_000).optional(),
      doi: text(200).optional(),
      type: text(40).optional(),
      publisher: text(200).optional(),
      container: text(300).optional(),
      organisation: text(200).optional(),
      tier: z.enum(["T0", "T1", "T2", "T3"]).optional(),
      flag: z.array(text(40)).max(5).optional(),
      question: z.array(text(80)).max(20).optional(),
    }),
    run: async (host, { what, key, accessed, ...flags }) => {
      const [{ describeSource, identityOf }, { SourceRegistry }, { recognise }] = await Promise.all([
        import("../../app/add-source.ts"),
        import("../../app/source-registry.ts"),
        import("../../cite/identifiers.ts"),
      ]);
      const identifier = what === undefined ? undefined : recognise(what);
      if (what !== undefined && !identifier)
        throw new UserError(
          "That is no address, DOI, arXiv id, PMID, PMCID, ISBN or RFC.",
          "Describe the source by title, author, issued and url.",
        );
      const registry = await SourceRegistry.open(host);
      const twin = identifier && !identifier.problem ? registry.duplicateOf(identityOf(identifier)) : undefined;
      if (twin) return registered(twin);
      const described = await describeSource(identifier, flags, {
        fetch: () => host.openFetch({}),
        env: host.env,
        now: host.now,
      });
      if (described.kind === "failed")
        return refusal({ message: described.message, hint: "Describe the source by title, author, issued and url." });
      if (!described.record.title) return refusal({ message: "The source says no title.", hint: "Give its title." });
      const day = accessed ?? described.record.accessed ?? host.now().toISOString().slice(0, 10);
      const record = described.record.URL ? { ...described.record, accessed: day } : described.record;
      return registered(await registry.register(record, key ? { key } : {}));
    },
  }),
  tool({
    name: "add_fact",
    title: "Add a fact",
    description:
      "Adds a fact to a registered source: what it states in your own words, every figure that a sentence may use, and the passage that carries it, of which only a fingerprint is kept.",
    effect: "writes",
    input: z.object({
      key: text(80),
      id: text(80),
      states: text(2_000),
      figures: z
        .array(text(100))
        .max(40)
        .optional()
        .describe('as written: "30 teams", "1.2x", "16 million queries/month"'),
      at: text(200).describe("locator: section, table, page"),
      seen: date.optional().describe("the day it was read; today if not given"),
      copy: z.enum(["primary", "primary-excerpt", "secondary"]),
      via: text(2_000).optional().describe("for secondary: the address of what was read instead"),
      passage: text(10_000).optional().describe("the passage, word by word"),
      by,
    }),
    run: async (host, { key, passage, seen, figures, via, ...rest }) => {
      const { addFact } = await import("../../app/fact.ts");
      const fact = {
        ...rest,
        seen: seen ?? host.now().toISOString().slice(0, 10),
        ...(figures ? { figures } : {}),
        ...(via ? { via } : {}),
      };
      const added = await addFact(host, { key, fact, ...(passage ? { passage } : {}) });
      if ("refused" in added) return refusal({ message: added.refused, hint: added.hint });
      return reply({ written: added.path, cite: `[@${key}#${fact.id}]`, fact: added.fact, notes: added.notes });
    },
  }),
  tool({
    name: "draft_finding",
    title: "Draft a finding",
    description:
      "Writes the finding of a question if no error stands in it. Otherwise nothing is written, and each unsupported figure comes with `mendings`: in `field`, put `with` in place of `find`, and call again. `dossier://schema/finding` has the fields.",
    effect: "writes",
    input: z.object({
      question: text(80),
      fields: z
        .record(z.string(), z.unknown())
        .describe("front matter: answer, verdict, because, certainty, options, against, when-not, …"),
      body: text(50_000).describe("Markdown: ## How it works, ## What the evidence says"),
      by,
      replace: z.boolean().optional(),
    }),
    run: async (host, draft) => {
      const { draftFinding } = await import("../../app/draft-finding.ts");
      const { path, written, diagnostics } = await draftFinding(host, draft);
      if (written) return reply({ written: path, diagnostics });
      return refusal({
        message: `Nothing was written: ${diagnostics.filter(({ severity }) => severity === "error").length} errors stand.`,
        diagnostics,
      });
    },
  }),
  tool({
    name: "new",
    title: "Begin a file",
    description:
      "Begins a case, recommendation, diagram, model, snippet, area or finding with TBD wherever something is to be decided.",
    effect: "writes",
    input: z.object({
      kind: text(40),
      id: text(80),
      title: text(300).optional(),
      area: text(80).optional(),
      by: by.optional(),
    }),
    run: async (host, { kind, id, ...options }) => {
      const { newObject } = await import("../../app/new.ts");
      const { created, next } = await newObject(host, kind, id, options);
      return reply({ written: created, next });
    },
  }),
  tool({
    name: "build",
    title: "Build the report",
    description: "Checks everything and writes the report; with an error, nothing is written.",
    effect: "writes",
    input: z.object({
      profile: text(80).optional(),
      check: z.boolean().optional().describe("only say whether the report on disk is up to date"),
    }),
    run: async (host, { profile, check = false }) => {
      const { build } = await import("../../app/build.ts");
      const { diagnostics, outputs, stale, references, pictures } = await build(
        host,
        profile ? { profile } : {},
        check,
      );
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      if (Object.keys(outputs).length === 0)
        return refusal({
          message: `Nothing was written: ${errors.length} errors stand.`,
          diagnostics: errors.slice(0, 50),
        });
      return reply({ [check ? "outOfDate" : "written"]: stale, files: Object.keys(outputs), references, pictures });
    },
  }),
];

function registered(result: Registered) {
  if (result.kind === "added") return reply({ written: result.path, key: result.key, record: result.record });
  if (result.kind === "duplicate")
    return refusal({
      message: `It is registered already as “${result.existing}”: ${result.reason}.`,
      hint: `Cite @${result.existing}.`,
      existing: result.existing,
    });
  return refusal({ message: result.message, hint: result.hint });
}
