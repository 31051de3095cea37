/** Addresses of sources don't say where their reader came from. */
import type { Source } from "../../model/source.ts";
import { changed } from "../example.ts";
import type { EntryRule } from "../rule.ts";

/** Parameters that no page is chosen by. */
const tracking = /^(?:utm_\w+|gclid|fbclid|msclkid|dclid|mc_[ce]id|igshid|_hs(?:enc|mi)|ref_src|trk)=/i;

function without(address: string): string {
  const [, before = address, query = "", after = ""] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(address) ?? [];
  const kept = query.split("&").filter((pair) => pair !== "" && !tracking.test(pair));
  return `${before}${kept.length > 0 ? `?${kept.join("&")}` : ""}${after}`;
}

export const addressWithoutTracking: EntryRule = {
  id: "address-without-tracking",
  family: "citations",
  severity: "warning",
  summary: "No address of a source carries parameters that only track its reader.",
  why: "They tell a third party who reads the report, and make one page look like two.",
  good: { files: {} },
  bad: {
    files: changed(
      "sources/bus-timetable.yaml",
      "https://buses.example/two",
      "⟦https://buses.example/two?line=2&utm_source=letter⟧",
    ),
  },
  kinds: ["source"],
  checkEntry(entry, _ground, report) {
    const address = (entry.data as Source).URL;
    if (!address) return 0;
    const clean = address.includes("?") ? without(address) : address;
    if (clean !== address)
      report(entry.at("URL"), "Unexpected tracking parameters in an address", {
        hint: `Write ${clean}, or run \`dossier lint --fix\`.`,
        fix: { replace: /^[\w.~:/?&=%+@-]+$/.test(clean) ? clean : JSON.stringify(clean) },
      });
    return 1;
  },
};
