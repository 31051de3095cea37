/** The models are live: sliders for their inputs recompute outputs, break-evens and charts with the report's own formulas. */
import { compute } from "../../src/calc/compute.ts";
import { readOverrides } from "../../src/calc/overrides.ts";
import type { Computation, ModelResult } from "../../src/calc/result.ts";
import type { LiveModels } from "../../src/compose/live-models.ts";
import { all, byId } from "./dom.ts";
import { dossierOf } from "./model-data.ts";
import { type Panel, panelOf } from "./model-panel.ts";

/** Returns what gives the charts of a part of the page their sliders. */
export function models(): (root: ParentNode) => void {
  const data = byId("dossier-models")?.textContent;
  if (!data) return () => undefined;
  const live = JSON.parse(data) as LiveModels;
  const dossier = dossierOf(live);
  const set = new Map<string, string>();
  let panels: Panel[] = [];
  let declared: Promise<Computation> | undefined;
  let asked = false;

  const recompute = async () => {
    asked = false;
    declared ??= compute(dossier, readOverrides(dossier, {}));
    const base = byModel(await declared);
    const now =
      set.size === 0 ? base : byModel(await compute(dossier, readOverrides(dossier, Object.fromEntries(set))));
    for (const panel of panels) panel.show(base.get(panel.id), now.get(panel.id), set);
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(() => void recompute());
    asked = true;
  };
  const change = (key: string, value: string | undefined) => {
    if (value === undefined) set.delete(key);
    else set.set(key, value);
    ask();
  };
  const reset = () => {
    set.clear();
    ask();
  };
  return (root) => {
    panels = panels.filter(({ element }) => element.isConnected);
    for (const chart of all<HTMLImageElement>("img[data-model]", root)) {
      const model = live.models.find(({ id }) => id === chart.dataset.model);
      if (!model) continue;
      const panel = panelOf(model.id, model.data, live, { change, reset, opened: ask });
      chart.closest("figure")?.after(panel.element);
      panel.chart = chart;
      panels.push(panel);
    }
    if (set.size > 0) ask();
  };
}

const byModel = ({ results }: Computation): ReadonlyMap<string, ModelResult> =>
  new Map(results.map((result) => [result.id, result]));
