/** Ways of working that a client can offer: answer a question, refute a fact. */
import type { McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { didYouMean } from "../../core/suggest.ts";
import { UserError } from "../../core/user-error.ts";
import type { Machine } from "../../host/machine.ts";
import { factOf, questionsOf } from "../../model/dossier.ts";
import { clean, untrustedNote } from "./reply.ts";

const message = (text: string) => ({ messages: [{ role: "user" as const, content: { type: "text" as const, text } }] });
const dossierOf = async (host: Machine) => (await import("../../app/load-dossier.ts")).loadDossier(host);
const id = z.string().min(1).max(200);

export function registerPrompts(server: McpServer, host: Machine): void {
  server.registerPrompt(
    "answer_question",
    {
      title: "Answer a question",
      description: "From the question to a finding that lints",
      argsSchema: z.object({ question: id.describe("id of a question in dossier.yaml") }),
    },
    async ({ question }) => {
      const questions = questionsOf((await dossierOf(host)).config.data);
      const found = questions.find((one) => one.id === question);
      if (!found)
        throw new UserError(
          `No question “${question}” is asked.`,
          didYouMean(
            question,
            questions.map((one) => one.id),
          ),
        );
      return message(
        [
          `Answer the research question “${found.title}” (id ${found.id}, area ${found.area}): ${found.asks}`,
          "",
          "1. search_sources for what is registered. Add what is missing with add_source: primary sources first.",
          "2. Read each source yourself. add_fact for everything that the answer needs: your own words, figures as written, the passage.",
          "3. draft_finding: an answer of sixty words at most, the verdict and why it holds for this system, options with doing nothing among them, what speaks against it, when not to use it. Cite [@key#fact] in the same sentence as each figure; cite registered keys only.",
          "4. When it is refused, apply one of the `mendings`, or look for the fact that is missing. Never mark a figure as ours to get it through.",
          "5. lint until the file has no error; leave `reviewed-by` to a person.",
          "",
          untrustedNote,
        ].join("\n"),
      );
    },
  );

  server.registerPrompt(
    "refute_fact",
    {
      title: "Refute a fact",
      description: "Try to prove a recorded fact wrong",
      argsSchema: z.object({ key: id.describe("key of a source"), fact: id.describe("id of one of its facts") }),
    },
    async ({ key, fact }) => {
      const dossier = await dossierOf(host);
      const found = factOf(dossier, key, fact);
      if (!found) throw new UserError(`There is no fact ${key}#${fact}.`, didYouMean(key, [...dossier.sources.keys()]));
      const source = dossier.sources.get(key)?.data;
      return message(
        [
          "Try to prove this recorded fact wrong.",
          "",
          untrustedNote,
          JSON.stringify(
            clean({
              source: source?.title,
              address: source?.URL,
              states: found.states,
              figures: found.figures,
              at: found.at,
              copy: found.copy,
              seen: found.seen,
            }),
            null,
            1,
          ),
          "",
          "1. Open the source at its locator. Does the passage say this, all of it, with these figures, units and scope?",
          "2. Look for an independent account that says otherwise, and for a later version of the source.",
          `3. If it falls: trace ${key}#${fact} shows what rests on it. Say what should change, file by file; if it stands, say what you checked.`,
        ].join("\n"),
      );
    },
  );
}
