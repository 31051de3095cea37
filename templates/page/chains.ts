/** A recommendation's chain shows the facts themselves when it is opened. */
import { factsOf } from "./cards.ts";
import { all, make } from "./dom.ts";

export function chains(root: ParentNode): void {
  for (const chain of all<HTMLDetailsElement>("details.chain", root))
    chain.addEventListener(
      "toggle",
      () => {
        for (const link of all<HTMLAnchorElement>("a.cite", chain)) {
          const facts = factsOf(link);
          if (facts.length > 0) link.closest("li")?.append(make("ul", {}, ...facts));
        }
      },
      { once: true },
    );
}
