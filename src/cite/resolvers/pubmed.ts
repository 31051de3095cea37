/** PubMed: articles by PMID, through NCBI's E-utilities. https://www.ncbi.nlm.nih.gov/books/NBK25501/ */
import { articleOf, summary } from "../eutils.ts";
import type { Resolver } from "../resolver.ts";

export const pubmed: Resolver = {
  id: "pubmed",
  title: "PubMed",
  base: "https://eutils.ncbi.nlm.nih.gov",
  accepts: ({ scheme }) => scheme === "pmid",
  async resolve({ id }, asking) {
    const answer = await summary("PubMed", "pubmed", id, asking);
    if (!("json" in answer)) return answer;
    return {
      kind: "found",
      by: "PubMed",
      metadata: { item: articleOf(answer.json, { PMID: id }, `https://pubmed.ncbi.nlm.nih.gov/${id}/`) },
    };
  },
};
