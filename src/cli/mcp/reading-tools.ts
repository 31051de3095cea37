/** Tools that only look: status, lint, sources, trace, models, rules. */
import * as z from "zod";
import { reply } from "./reply.ts";
import { tool } from "./tool.ts";

// What a tool works with is imported when it is called: the server answers before it has loaded any of it.
const loading = async () => (await import("../../app/load-dossier.ts")).loadDossier;

const id = z.string().min(1).max(200);

export const readingTools = [
  tool({
    name: "status",
    title: "Status",
    description:
      "Question by question: answered or not, facts, cases, diagrams; profiles of standards met and missing; what to do next.",
    effect: "reads",
    input: z.object({}),
    run: async (host) =>
      reply(
        (await (await import("../../app/status.ts")).statusOf(host)) ?? {
          message: "research/dossier.yaml can't be read; call lint.",
        },
      ),
  }),
  tool({
    name: "lint",
    title: "Lint",
    description:
      "Findings of the rules with file, line, column, message, hint, and a fix as a splice where one is certain.",
    effect: "reads",
    input: z.object({
      profile: id.optional().describe("standards to check against"),
      file: z.string().max(500).optional().describe("only findings in this file or folder"),
      rule: id.optional().describe("only findings of this rule"),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    run: async (host, { profile, file, rule, limit }) => {
      const [{ lintReport }, { countBySeverity }] = await Promise.all([
        import("../../app/lint.ts"),
        import("../reporters/summary.ts"),
      ]);
      const report = await lintReport(host, profile ? { profile } : {});
      const inside = (path: string) =>
        file === undefined || path === file || path.startsWith(`${file.replace(/\/+$/, "")}/`);
      const chosen = report.diagnostics.filter((one) => inside(one.file) && (rule === undefined || one.rule === rule));
      return reply({
        profile: report.profile,
        counts: countBySeverity(chosen),
        shown: Math.min(limit, chosen.length),
        diagnostics: chosen.slice(0, limit),
      });
    },
  }),
  tool({
    name: "search_sources",
    title: "Search sources",
    description:
      "Registered sources and their facts, by words of key, title, organisation or author. Only registered keys may be cited: [@key#fact].",
    effect: "reads",
    input: z.object({
      query: z.string().max(200).default(""),
      tier: z.enum(["T0", "T1", "T2", "T3"]).optional(),
      limit: z.number().int().min(1).max(50).default(20),
    }),
    run: async (host, { query, tier, limit }) => {
      const [{ listSources }, loadDossier] = await Promise.all([import("../../app/sources.ts"), loading()]);
      const dossier = await loadDossier(host);
      const found = listSources(dossier, { ...(query ? { search: query } : {}), ...(tier ? { tier } : {}) });
      const facts = (key: string) =>
        (dossier.sources.get(key)?.data.facts ?? []).map(({ id: fact, states, figures = [], at, copy }) => ({
          cite: `[@${key}#${fact}]`,
          states,
          figures,
          at,
          copy,
        }));
      return reply({
        found: found.length,
        sources: found.slice(0, limit).map((line) => ({ ...line, facts: facts(line.key) })),
      });
    },
  }),
  tool({
    name: "trace",
    title: "Trace",
    description:
      "For a recommendation or finding: what it rests on. For a source or fact: everything that would fall with it.",
    effect: "reads",
    input: z.object({ id }),
    run: async (host, input) => {
      const [{ trace }, loadDossier] = await Promise.all([import("../../app/trace.ts"), loading()]);
      return reply(trace(await loadDossier(host), input.id));
    },
  }),
  tool({
    name: "calc",
    title: "Compute the models",
    description: "Every value that :value[model.output] can print, with what-if values for inputs.",
    effect: "reads",
    input: z.object({
      model: id.optional(),
      set: z
        .record(z.string(), z.string().max(100))
        .optional()
        .describe('input to value, such as {"gpu_hour_price": "3.10"}'),
    }),
    run: async (host, { model, set }) => {
      const { calculate } = await import("../../app/calculate.ts");
      const { values, diagnostics } = await calculate(host, { set: set ?? {}, ...(model ? { model } : {}) });
      return reply({ values, problems: diagnostics.map(({ message, hint }) => ({ message, hint })) });
    },
  }),
  tool({
    name: "explain",
    title: "Explain a rule",
    description: "What a rule asks and why, with a good and a bad example.",
    effect: "reads",
    input: z.object({ rule: id }),
    run: async (_host, { rule }) => reply((await import("../../app/explain.ts")).explain(rule)),
  }),
];
