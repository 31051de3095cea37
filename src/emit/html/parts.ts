/** What stands around the words of a page, read from the templates. */
import type { PageParts } from "../html.ts";
import type { Means } from "../index.ts";

/** For the screen with its program, for paper without. */
export function partsOf({ template }: Pick<Means, "template">, medium: "screen" | "paper"): PageParts {
  const text = (name: string) => {
    const bytes = template(name);
    if (!bytes) throw new Error(`The program lacks ${name}: bundle it first.`);
    return new TextDecoder().decode(bytes);
  };
  return {
    template: text("page.html.hbs"),
    style: text("page.css") + text("print.css"),
    fonts: text("fonts.css"),
    ...(medium === "screen" ? { script: text("page.js") } : {}),
  };
}
