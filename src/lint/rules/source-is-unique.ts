/** No two records describe the same work. */
import type { Source } from "../../model/source.ts";
import { exampleFiles } from "../example.ts";
import type { Rule } from "../rule.ts";

/** What identifies a work: its DOI, and its address without what does not matter. */
function identities({ DOI, URL: address }: Source): string[] {
  const url = address
    ?.replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/#.*$/, "")
    .replace(/[?&](?:utm_[^&]*|ref=[^&]*)/g, "")
    .replace(/\/+$/, "")
    .replace(/^arxiv\.org\/(?:abs|pdf|html)\/([^?]+?)(?:v\d+)?(?:\.pdf)?$/i, "arxiv.org/abs/$1");
  const host = url?.split("/", 1)[0];
  return [
    ...(DOI ? [`doi:${DOI.toLowerCase()}`] : []),
    ...(url && host ? [host.toLowerCase() + url.slice(host.length)] : []),
  ];
}

export const sourceIsUnique: Rule = {
  id: "source-is-unique",
  family: "structure",
  severity: "error",
  summary: "No two sources have the same DOI or the same address.",
  why: "One work under two keys counts twice and is numbered twice; its facts drift apart.",
  good: { files: {} },
  bad: {
    files: {
      "sources/timetable-copy.yaml": (exampleFiles["sources/bus-timetable.yaml"] as string).replace(
        "https://buses.example/two",
        "⟦http://www.buses.example/two/⟧",
      ),
    },
  },
  check({ dossier }, report) {
    const first = new Map<string, string>();
    for (const source of dossier.sources.values())
      for (const identity of identities(source.data)) {
        const known = first.get(identity);
        if (known === undefined) first.set(identity, source.id);
        else if (known !== source.id) {
          const field = identity.startsWith("doi:") ? "DOI" : "URL";
          report(
            source.at(field),
            `Unexpected second record of “${known}”: the same ${field === "DOI" ? "DOI" : "address"}`,
            {
              hint: `Move the facts to research/sources/${known}.yaml and cite that key.`,
            },
          );
          break;
        }
      }
    return dossier.sources.size;
  },
};
