/** A vendor's figure about its own product is told as such. */
import type { CaseStudy } from "../../model/case-study.ts";
import { matches } from "../../prose/matching.ts";
import { citedScopes, vendorWords } from "../claims.ts";
import { changed } from "../example.ts";
import { factsOf } from "../figures.ts";
import type { EntryRule } from "../rule.ts";

export const vendorFigureIsFlagged: EntryRule = {
  id: "vendor-figure-is-flagged",
  family: "citations",
  severity: "warning",
  summary: "A sentence with a figure that a vendor measured of its own product says so.",
  why: "Vendors publish their best case; a reader who knows it discounts the figure.",
  good: {
    files: {
      ...changed("sources/bus-timetable.yaml", "tier: T1", "tier: T1\nflags: [vendor-self]"),
      ...changed(
        "areas/transport/bicycles.md",
        "a bus runs every 15 minutes",
        "a bus runs every 15 minutes by the vendor's own account",
      ),
    },
  },
  bad: {
    files: {
      ...changed("sources/bus-timetable.yaml", "tier: T1", "tier: T1\nflags: [vendor-self]"),
      ...changed("areas/transport/bicycles.md", "@bus-timetable#interval", "⟦@bus-timetable#interval⟧"),
    },
  },
  checkEntry(entry, { sources }, report) {
    if (entry.kind === "model") return 0; // the origin of an input is a reference, not a sentence
    // A first-party card says by its form who tells it.
    const teller =
      entry.kind === "case" && (entry.data as CaseStudy)["first-party"]
        ? (entry.data as CaseStudy).organisation
        : undefined;
    let examined = 0;
    for (const prose of entry.prose)
      for (const { items, span, text } of citedScopes(entry, prose)) {
        const own = items.filter((item) => {
          const source = sources.get(item.key)?.data;
          const isOwn = source?.flags?.includes("vendor-self") ?? false;
          return (
            (teller === undefined || source?.organisation !== teller) &&
            factsOf(sources, item).some((fact) => isOwn || fact.flags?.includes("vendor-self"))
          );
        });
        if (own.length === 0) continue;
        const figures = prose.reading.figures.filter(
          ({ kind, span: at }) => kind !== "date" && at.start >= span.start && at.end <= span.end,
        );
        const item = own.find((candidate) =>
          factsOf(sources, candidate).some((fact) => figures.some((figure) => matches(figure, fact.figures ?? []))),
        );
        if (!item) continue;
        examined++;
        if (!vendorWords.test(text))
          report(prose.at(item.span), `Missing word that ${item.key} measured its own product`, {
            hint: "Write “vendor-measured”, “by the vendor's own account”, “in its own test”.",
          });
      }
    return examined;
  },
};
