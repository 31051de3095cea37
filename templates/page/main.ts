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
const findAnew = tools ? search(tools) : undefined;
if (tools) theme(tools);
const followAnew = rail();
citationCards();
const enlarge = zoom();
const play = models();

/** What stands in a part of the page can be opened, sorted, enlarged and played with. */
function takeOver(root: ParentNode): void {
  chains(root);
  decisions(root);
  enlarge(root);
  play(root);
}
takeOver(document);

// The preview puts a section in the place of another.
document.addEventListener("dossier-section", ({ target }) => {
  takeOver(target as HTMLElement);
  followAnew?.();
  findAnew?.();
});
