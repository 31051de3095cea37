/** Sources are cited at their own address, not at a copy's. */
import type { Source } from "../../model/source.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

/** Hosts of copies, summaries and translations, each with where the original is. */
const copies: Readonly<Record<string, string>> = {
  "alphaxiv.org": "arxiv.org/abs/…",
  "ar5iv.labs.arxiv.org": "arxiv.org/abs/…",
  "ar5iv.org": "arxiv.org/abs/…",
  "chatpaper.com": "the paper's own page",
  "deepwiki.com": "the repository itself",
  "emergentmind.com": "arxiv.org/abs/…",
  "export.arxiv.org": "arxiv.org/abs/…",
  "fate-oracle.com": "the original; this host serves altered copies",
  "freedium.cfd": "the author's own page",
  "hf-mirror.com": "huggingface.co/…",
  "moonlight.io": "the paper's own page",
  "papernotes.org": "the paper's own page",
  "powerdrill.ai": "the paper's own page",
  "researchgate.net": "the publisher's page or the DOI",
  "scholarfeed.org": "the paper's own page",
  "scribd.com": "the publisher's page",
  "skills.sh": "the repository itself",
  "xiaohu.ai": "the original page",
};

/** The listed host that an address is on, or a subdomain of. */
function withinHost(host: string): string | undefined {
  for (let at = host; at !== ""; at = at.includes(".") ? at.slice(at.indexOf(".") + 1) : "")
    if (Object.hasOwn(copies, at)) return at;
  return undefined;
}

function expected(address: string): string | undefined {
  const match = /^https?:\/\/(?:[^/@]*@)?(?<host>[^/:?#]+)(?::\d+)?(?<path>[^?#]*)/i.exec(address);
  const host = match?.groups?.["host"]?.toLowerCase().replace(/^www\./, "") ?? "";
  const copy = withinHost(host);
  if (copy) return copies[copy];
  const paper =
    host === "arxiv.org" && /^\/(?:pdf|html|ps|format)\/(?<id>.+?)(?:\.pdf)?$/.exec(match?.groups?.["path"] ?? "");
  if (paper) return `https://arxiv.org/abs/${paper.groups?.["id"]}`;
  return host === "dx.doi.org" ? address.replace(/^https?:\/\/dx\.doi\.org/i, "https://doi.org") : undefined;
}

export const canonicalHost: EntryRule = {
  id: "canonical-host",
  family: "citations",
  severity: "error",
  summary: "No source is cited at a mirror, a summariser or a translation.",
  why: "Copies change, vanish and err; some are altered on purpose.",
  good: { files: {} },
  bad: {
    files: changed(
      "sources/bus-timetable.yaml",
      "https://buses.example/two",
      "⟦https://www.emergentmind.com/papers/two⟧",
    ),
  },
  kinds: ["source"],
  checkEntry(entry, _ground, report) {
    const address = (entry.data as Source).URL;
    if (!address) return 0;
    const better = expected(address);
    if (better)
      report(entry.at("URL"), `Unexpected address of a copy, expected ${better}`, {
        hint: "Open the original there, check the facts against it, and write its address.",
        // Only the same paper at its own host is certain; a copy of something else has to be looked for.
        ...(better.startsWith("https://") && !better.includes("…") ? { fix: { replace: better } } : {}),
      });
    return 1;
  },
};
