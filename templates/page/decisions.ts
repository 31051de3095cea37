/** The table of recommendations sorts by its heads and filters by area, complexity, effort and certainty. */
import { all, make } from "./dom.ts";
import { t } from "./wording.ts";

const filtered = ["Area", "Complexity", "Certainty", "Strength", "Phase"];
const efforts: readonly (readonly [label: string, most: number])[] = [2, 4, 8].map((most) => [
  t("up to {n} person-weeks", { n: most }),
  most,
]);

export function decisions(root: ParentNode): void {
  const table = root.querySelector<HTMLTableElement>("table.decisions");
  const body = table?.tBodies[0];
  const box = table?.closest(".scroll");
  if (!table || !body || !box) return;
  const heads = all<HTMLTableCellElement>("thead th", table);
  const rows = [...body.rows];
  const column = (title: string) => heads.findIndex((head) => head.dataset.column?.startsWith(title));

  const tests = new Map<string, (row: HTMLTableRowElement) => boolean>();
  const count = make("output", { "aria-live": "polite" });
  const apply = () => {
    let shown = 0;
    for (const row of rows) {
      row.hidden = ![...tests.values()].every((test) => test(row));
      if (!row.hidden) shown++;
    }
    count.textContent = t("{shown} of {all} shown", { shown, all: rows.length });
  };
  const select = (
    title: string,
    options: readonly string[],
    test: (choice: string) => (row: HTMLTableRowElement) => boolean,
  ) => {
    const list = make(
      "select",
      {},
      make("option", { value: "" }, t("all")),
      ...options.map((option) => make("option", { value: option }, option)),
    );
    list.addEventListener("change", () => {
      if (list.value === "") tests.delete(title);
      else tests.set(title, test(list.value));
      apply();
    });
    return make("label", {}, t(title), list);
  };
  const filters = filtered.flatMap((title) => {
    const at = column(title);
    const values = new Map(
      rows.flatMap((row) => partsOf(row.cells[at]).map((part) => [part, row.cells[at]?.dataset.sort ?? part] as const)),
    );
    const options = [...values.keys()].sort(
      (a, b) => compare(values.get(a) ?? "", values.get(b) ?? "") || a.localeCompare(b),
    );
    return at < 0 || options.length < 2
      ? []
      : [select(title, options, (choice) => (row) => partsOf(row.cells[at]).includes(choice))];
  });
  const effort = column("Effort");
  filters.push(
    select(
      "Effort",
      efforts.map(([label]) => label),
      (choice) => {
        const most = efforts.find(([label]) => label === choice)?.[1] ?? Number.POSITIVE_INFINITY;
        return (row) => Number(row.cells[effort]?.dataset.sort ?? Number.POSITIVE_INFINITY) <= most;
      },
    ),
  );
  const reset = make("button", { type: "button" }, t("Show all"));
  reset.addEventListener("click", () => {
    tests.clear();
    for (const list of all<HTMLSelectElement>("select", bar)) list.value = "";
    apply();
  });
  const bar = make(
    "div",
    { class: "filters", role: "group", "aria-label": t("Filter the recommendations") },
    ...filters,
    reset,
    count,
  );
  box.before(bar);
  apply();

  for (const [at, head] of heads.entries()) {
    const button = make("button", { type: "button" }, head.textContent ?? "");
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row: HTMLTableRowElement) => row.cells[at]?.dataset.sort ?? "";
      rows.sort((a, b) => (down ? -1 : 1) * compare(key(a), key(b)));
      body.append(...rows);
    });
    head.replaceChildren(button);
  }
}

const partsOf = (cell: HTMLTableCellElement | undefined) => (cell?.textContent ?? "").split("; ").filter(Boolean);

/** Numbers as numbers; what is empty goes last. */
function compare(a: string, b: string): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b) : x - y;
}
