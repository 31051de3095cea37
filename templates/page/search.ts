/** Full-text search over sections and sources; the index is made when it is first needed, from what stands in the page. */
import MiniSearch from "minisearch";
import { all, byId, make } from "./dom.ts";
import { t } from "./wording.ts";

interface Entry {
  /** Fragment that the result leads to. */
  readonly id: string;
  readonly title: string;
  readonly kind: "section" | "source";
  readonly text: string;
}

const most = 20;

/** Returns what makes it forget its index, for words that changed. */
export function search(tools: HTMLElement): () => void {
  const input = make("input", {
    type: "search",
    class: "search",
    placeholder: t("Search"),
    "aria-label": t("Search the report"),
    "aria-controls": "results",
    autocomplete: "off",
  });
  const results = make("div", {
    class: "results",
    id: "results",
    role: "region",
    "aria-label": t("Search results"),
    hidden: true,
  });
  const status = make("p", { role: "status" });
  tools.append(input);
  document.body.append(results);
  let index: { find: MiniSearch<Entry>; entries: ReadonlyMap<string, Entry> } | undefined;

  const show = () => {
    const query = input.value.trim();
    results.hidden = query.length < 2;
    if (results.hidden) return;
    index ??= indexed();
    const { find, entries } = index;
    const found = find.search(query, {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.18 : false),
      boost: { title: 4 },
      combineWith: "AND",
    });
    const items = found.slice(0, most).flatMap(({ id, queryTerms, match }) => {
      const entry = entries.get(id as string);
      return entry ? [item(entry, Object.keys(match).length > 0 ? Object.keys(match) : queryTerms)] : [];
    });
    status.textContent =
      found.length === 0
        ? t("Nothing found.")
        : t(found.length > most ? "{n} found, the first {most} shown." : "{n} found.", { n: found.length, most });
    results.replaceChildren(status, make("ul", {}, ...items));
  };
  const close = () => {
    results.hidden = true;
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(event, undefined);
    if (event.key === "Enter") results.querySelector<HTMLAnchorElement>("a")?.click();
  });
  const move = (event: KeyboardEvent, from: HTMLElement | undefined) => {
    const links = all("a", results);
    const next =
      event.key === "ArrowDown" ? (from ? links.indexOf(from) : -1) + 1 : (from ? links.indexOf(from) : 0) - 1;
    event.preventDefault();
    if (next < 0) input.focus();
    else links[next]?.focus();
  };
  results.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event, document.activeElement as HTMLElement);
  });
  results.addEventListener("click", (event) => {
    if ((event.target as Element).closest("a")) close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      input.focus();
    }
    if (event.key === "Escape" && !results.hidden) {
      close();
      input.focus();
      close();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!results.contains(event.target as Node) && event.target !== input) close();
  });
  return () => {
    index = undefined;
  };
}

function indexed() {
  const entries = new Map<string, Entry>();
  for (const section of all("main > section[data-section]")) {
    const id = section.dataset.section as string;
    if (id === "references" || id === "contents") continue;
    entries.set(id, { id, title: byId(id)?.textContent ?? id, kind: "section", text: wordsOf(section) });
  }
  for (const reference of all(".references > li")) {
    const entry = reference.querySelector("p")?.textContent ?? "";
    entries.set(reference.id, {
      id: reference.id,
      title: entry.slice(0, 140),
      kind: "source",
      text: wordsOf(reference),
    });
  }
  const find = new MiniSearch<Entry>({ fields: ["title", "text"] });
  find.addAll([...entries.values()]);
  return { find, entries };
}

/** Words of neighbouring blocks and cells must not run together. */
function wordsOf(element: HTMLElement): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(".panel, .filters") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const parts: string[] = [];
  while (walker.nextNode()) parts.push(walker.currentNode.nodeValue ?? "");
  return parts.join(" ").replace(/\s+/g, " ");
}

function item({ id, title, kind, text }: Entry, terms: readonly string[]): HTMLElement {
  const pattern = new RegExp(`(${terms.map((term) => term.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|")})`, "gi");
  const at = Math.max(0, text.search(pattern) - 60);
  const words = `${at > 0 ? "… " : ""}${text.slice(at, at + 180)} …`;
  const marked = (line: string) =>
    line.split(pattern).map((part, index) => (index % 2 === 1 ? make("mark", {}, part) : part));
  return make(
    "li",
    {},
    make(
      "a",
      { href: `#${encodeURIComponent(id)}` },
      make("b", {}, ...marked(title)),
      make("span", {}, kind === "source" ? `${t("Source")}. ` : "", ...marked(words)),
    ),
  );
}
