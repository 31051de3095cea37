/** One model's sliders and results beside its chart. */
import type { ModelResult } from "../../src/calc/result.ts";
import { chartOf } from "../../src/compose/chart.ts";
import type { LiveModels } from "../../src/compose/live-models.ts";
import { make } from "./dom.ts";
import { type Slider, slidersOf } from "./model-data.ts";
import { t, wording } from "./wording.ts";

export interface Panel {
  readonly id: string;
  readonly element: HTMLElement;
  chart?: HTMLImageElement;
  /** `base` is what the report says, `now` what the sliders say. */
  show(base: ModelResult | undefined, now: ModelResult | undefined, set: ReadonlyMap<string, string>): void;
}

interface Actions {
  change(key: string, value: string | undefined): void;
  reset(): void;
  opened(): void;
}

export function panelOf(
  id: string,
  data: LiveModels["models"][number]["data"],
  live: LiveModels,
  actions: Actions,
): Panel {
  const sliders = slidersOf(id, data, live).map((slider) => ({ slider, ...control(slider, actions) }));
  const outcome = make("dl", { class: "outcome", "aria-live": "polite" });
  const command = make("code");
  const reset = make("button", { type: "button" }, t("Back to the report’s values"));
  reset.addEventListener("click", actions.reset);
  const element = make(
    "details",
    { class: "panel", "data-panel": id },
    make("summary", {}, t("Try other inputs")),
    make(
      "p",
      {},
      t("The same formulas as in the report, computed in this page. An input that other models share moves there too."),
    ),
    make("div", { class: "inputs" }, ...sliders.map(({ label }) => label)),
    outcome,
    make("div", { class: "row" }, reset, command),
  );
  element.addEventListener("toggle", actions.opened);
  const drawn = make("div", { class: "chart" });
  const panel: Panel = {
    id,
    element,
    show(base, now, set) {
      for (const { slider, input, label, output } of sliders) {
        const shown = now?.inputs.find(({ name }) => name === slider.name);
        const changed = set.has(slider.key);
        input.value = set.get(slider.key) ?? String(slider.value);
        input.setAttribute("aria-valuetext", shown?.text ?? "");
        output.textContent = shown?.text ?? "";
        label.querySelector(".title")?.replaceChildren(shown?.title ?? slider.name);
        label.classList.toggle("changed", changed);
      }
      outcome.replaceChildren(...results(base, now));
      const settings = [...set].map(([key, value]) => ` --set ${key.replace(/^system\./, "")}=${value}`);
      command.textContent = settings.length > 0 ? `dossier calc ${id}${settings.join("")}` : "";
      draw(panel.chart, drawn, now, set.size > 0);
    },
  };
  return panel;
}

function control({ key, value, low, high }: Slider, { change }: Actions) {
  const output = make("output");
  const input = make("input", {
    type: "range",
    min: String(Math.min(low, value)),
    max: String(Math.max(high, value)),
    step: "any",
    value: String(value),
    "data-key": key,
  });
  const label = make("label", {}, make("span", { class: "title" }), output, input);
  input.addEventListener("input", () => {
    // Three digits are as many as a hand can set; the declared value itself is exact.
    const chosen = Number(input.valueAsNumber.toPrecision(3));
    change(key, chosen === value ? undefined : String(chosen));
  });
  return { input, output, label };
}

function results(base: ModelResult | undefined, now: ModelResult | undefined): HTMLElement[] {
  const row = (title: string, before: string | undefined, after: string, name?: string) => {
    const changed = before !== undefined && before !== after;
    const value = make("dd", { class: changed ? "changed" : undefined, "data-output": name }, after);
    if (changed) value.append(" ", make("s", {}, before));
    return make("div", {}, make("dt", {}, title), value);
  };
  const outputs =
    now?.outputs.map(({ name, title, text }) =>
      row(title, base?.outputs.find((output) => output.name === name)?.text, text, name),
    ) ?? [];
  const [first, second] = now?.series?.curves ?? [];
  const where = (result: ModelResult | undefined) =>
    result?.series?.crossings.map(({ xText }) => xText).join(", ") || t("nowhere in the range");
  const crossings =
    now?.series && second
      ? [row(t("{one} equals {other} at", { one: first?.title, other: second.title }), where(base), where(now))]
      : [];
  const failing =
    now?.checks
      .filter(({ holds }) => holds === false)
      .map(({ formula }) =>
        make("div", { class: "failed" }, make("dt", {}, t("Check fails")), make("dd", {}, formula)),
      ) ?? [];
  return [...crossings, ...outputs, ...failing];
}

/** The report's picture stands until something is changed, and again after a reset. */
function draw(
  chart: HTMLImageElement | undefined,
  drawn: HTMLElement,
  now: ModelResult | undefined,
  changed: boolean,
): void {
  if (!chart) return;
  const picture = changed && now ? chartOf(now, wording) : undefined;
  const still = chart.closest("button") ?? chart;
  if (!picture) {
    drawn.remove();
    still.hidden = false;
    return;
  }
  drawn.innerHTML = picture.svg;
  if (!drawn.isConnected) still.before(drawn);
  still.hidden = true;
}
