/** The preview: only what changed is sent, a real browser shows it, and findings name their place. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeOf, Preview } from "../../src/app/preview.ts";
import { newEventsPath, serve } from "../../src/host/serve.ts";
import { exampleFiles } from "../../src/lint/example.ts";
import { Chromium } from "../emit/chromium.ts";
import { cache, smallFiles } from "../emit/small-report.ts";
import { memoryHost } from "./memory-host.ts";

const file = "research/areas/transport/bicycles.md";
const original = exampleFiles["areas/transport/bicycles.md"] as string;

describe("changeOf", () => {
  const state = (...sections: [string, string][]) => ({
    frame: "f",
    sections: sections.map(([id, html]) => ({ id, html })),
  });

  it("names the sections with other words", () => {
    expect(changeOf(state(["a", "1"], ["b", "2"]), state(["a", "1"], ["b", "3"]))).toEqual({
      kind: "sections",
      sections: [{ id: "b", html: "3" }],
    });
    expect(changeOf(state(["a", "1"]), state(["a", "1"]))).toEqual({ kind: "none" });
  });

  it("asks for the whole page when sections come, go or move, or what stands around them changed", () => {
    expect(changeOf(state(["a", "1"]), state(["a", "1"], ["b", "2"])).kind).toBe("page");
    expect(changeOf(state(["a", "1"], ["b", "2"]), state(["b", "2"], ["a", "1"])).kind).toBe("page");
    expect(changeOf(state(["a", "1"]), { ...state(["a", "1"]), frame: "g" }).kind).toBe("page");
  });
});

describe("a preview in a browser", () => {
  let chromium: Chromium;
  beforeAll(async () => void (chromium = await Chromium.launch()));
  afterAll(() => chromium.close());

  it("shows a saved sentence in its place without loading anew, and the findings with their places", async () => {
    const host = memoryHost(smallFiles, cache);
    const events = newEventsPath();
    const preview = new Preview(host, { events });
    await preview.build();
    const served = await serve({ port: 0, page: (changes) => preview.html(changes) }, events);
    const { page, errors, requests } = await chromium.visit(served.address);
    await page.evaluate("window.loadedOnce = true; document.querySelector('#finding-bicycles').scrollIntoView()");

    await host.files.write(file, `${original}\nA sentence that was just saved, about 77 bicycles.\n`);
    const { change } = await preview.build();
    expect(change.kind).toBe("sections");
    served.change("sections", change.kind === "sections" && change.sections);
    await page.waitForFunction(
      "document.querySelector('[data-section=finding-bicycles]').textContent.includes('just saved')",
    );
    expect(await page.evaluate("window.loadedOnce")).toBe(true);
    expect(await page.$$("[data-section=finding-bicycles] .zoom")).not.toHaveLength(0);

    const findings = await preview.lint();
    expect(findings.map(({ rule }) => rule)).toContain("number-has-origin");
    served.state(
      "findings",
      findings.map((finding) => ({ ...finding, link: "vscode://file/x" })),
    );
    await page.waitForSelector(".findings.wrong");
    const words = (await page.$eval(".findings", ({ textContent }) => textContent)) ?? "";
    expect(words).toMatch(new RegExp(`${file.replaceAll("/", "\\/")}:\\d+:\\d+`));

    served.change("page", {});
    await page.waitForFunction("window.loadedOnce === undefined");
    await page.waitForFunction("document.readyState === 'complete' && scrollY > 100");
    expect(requests.filter((url) => !url.startsWith(served.address))).toEqual([]);
    expect(errors).toEqual([]);
    await served.close();
  });

  it("gives a chart in a new section its sliders, with what was set", async () => {
    const withChart = `${original}\n::chart{#commute}\n`;
    const host = memoryHost({ ...smallFiles, "areas/transport/bicycles.md": withChart }, cache);
    const events = newEventsPath();
    const preview = new Preview(host, { events });
    await preview.build();
    const served = await serve({ port: 0, page: (changes) => preview.html(changes) }, events);
    const { page, errors } = await chromium.visit(served.address);
    const total = "[data-section=finding-bicycles] [data-output=total]";
    await page.click("[data-panel=commute] summary");
    await page.waitForSelector(total);
    await page.$eval("[data-key='commute.saved']", (slider) => {
      (slider as unknown as { value: string }).value = "12.5";
      slider.dispatchEvent(new Event("input"));
    });
    await page.waitForSelector(`${total}.changed`);
    const set = await page.$eval(total, ({ textContent }) => textContent);

    await host.files.write(file, `${withChart}\nA sentence that was just saved.\n`);
    const { change } = await preview.build();
    served.change("sections", change.kind === "sections" && change.sections);
    await page.waitForFunction(
      "document.querySelector('[data-section=finding-bicycles]').textContent.includes('just saved')",
    );
    await page.waitForSelector(`${total}.changed`);
    expect(await page.$eval(total, ({ textContent }) => textContent)).toBe(set);
    expect(await page.$$("[data-panel=commute]")).toHaveLength(1);
    expect(errors).toEqual([]);
    await served.close();
  });

  it("keeps the last page when a file can't be read", async () => {
    const host = memoryHost(smallFiles, cache);
    const preview = new Preview(host, { events: newEventsPath() });
    await preview.build();
    const before = preview.html();
    await host.files.write("research/dossier.yaml", "title: [");
    const { change, diagnostics } = await preview.build();
    expect(change).toEqual({ kind: "none" });
    expect(diagnostics[0]).toMatchObject({ file: "research/dossier.yaml", severity: "error" });
    expect(preview.html()).toBe(before);
  });
});
