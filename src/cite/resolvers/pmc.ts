/** PubMed Central: articles by PMCID, through NCBI's E-utilities. */
import { articleOf, summary } from "../eutils.ts";
import type { Resolver } from "../resolver.ts";

export const pmc: Resolver = {
  id: "pmc",
  title: "PubMed Central",
  base: "https://eutils.ncbi.nlm.nih.gov",
  accepts: ({ scheme }) => scheme === "pmcid",
  async resolve({ id }, asking) {
    const answer = await summary("PubMed Central", "pmc", id.replace(/^PMC/i, ""), asking);
    if (!("json" in answer)) return answer;
    const item = articleOf(answer.json, { PMCID: id }, `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`);
    return { kind: "found", by: "PubMed Central", metadata: { item } };
  },
};
