/** The page's program: adds what a reader can do to what stands there already; without it nothing is lost but that. */
import { citationCards } from "./cards.ts";
import { chains } from "./chains.ts";
import { decisions } from "./decisions.ts";
import { models } from "./models.ts";
import { rail } from "./rail.ts";
import { search } from "./search.ts";
import { theme } from "./theme.ts";
import { zoom } from "./zoom.ts";

const tools = document.querySelector<HTMLElement>(".tools");
if (tools) {
  search(tools);
  theme(tools);
}
rail();
citationCards();
chains();
decisions();
const enlarge = zoom();
models();

// The preview puts a section in the place of another.
document.addEventListener("dossier-section", ({ target }) => {
  chains(target as HTMLElement);
  enlarge(target as HTMLElement);
});
