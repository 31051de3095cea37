/** The page as a reader uses it, in a real Chromium: cards, search, filter, models, themes, sizes, and nothing fetched. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check } from "../../src/app/check.ts";
import { memoryHost } from "../app/memory-host.ts";
import { Chromium, type OpenedPage } from "./chromium.ts";
import { built, cache, smallFiles } from "./small-report.ts";

let chromium: Chromium;
let html: string;

beforeAll(async () => {
  [chromium, html] = await Promise.all([Chromium.launch(), built(["html"]).then(({ text }) => text("html"))]);
});
afterAll(() => chromium.close());

const settled = (page: OpenedPage["page"], ms = 250) =>
  page.evaluate((wait) => new Promise<void>((resolve) => setTimeout(() => resolve(), wait)), ms);
const textOf = (page: OpenedPage["page"], selector: string) =>
  page.$eval(selector, (element) => element.textContent ?? "");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page: OpenedPage["page"]): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  return (found as { violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }).violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`);
}

describe("the page", () => {
  it("fetches nothing, says so in its policy, and runs without an error", async () => {
    const { page, requests, dialogs, errors } = await chromium.open(html);
    await settled(page);
    expect({ requests, dialogs, errors }).toEqual({ requests: [], dialogs: [], errors: [] });
    expect(html).toContain("default-src &#x27;none&#x27;");
    expect(html).not.toMatch(/<(?:link|iframe|object|embed|form)\b|\s(?:src|href)="(?!data:|#|https?:)[^"]/);
    await page.close();
  });

  it("shows the fact behind a citation to a pointer, and hides it when the pointer leaves", async () => {
    const { page } = await chromium.open(html);
    await page.hover("main a.cite[data-facts~=speed]");
    await page.waitForSelector("#evidence-card:popover-open");
    const words = await textOf(page, "#evidence-card");
    expect(words).toMatch(/T[0-3]/);
    expect(words).toMatch(/whole primary text read on \d{4}-\d\d-\d\d, not verified since/);
    expect(await page.$("#evidence-card [data-fact] a[title='Open the passage']")).not.toBeNull();
    expect(
      await page.$$eval("#evidence-card [data-fact]", (facts) => facts.map((fact) => fact.getAttribute("data-fact"))),
    ).toEqual(["speed"]);
    await page.mouse.move(2, 2);
    await page.waitForFunction("!document.querySelector('#evidence-card').matches(':popover-open')");
    await page.close();
  });

  it("shows it to the keyboard, goes into the card with Enter and back with Escape", async () => {
    const { page } = await chromium.open(html);
    await page.$eval("main a.cite", (link) => (link as unknown as { focus(): void }).focus());
    await page.keyboard.press("Shift");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#evidence-card:popover-open");
    expect(await page.evaluate("document.activeElement.id")).toBe("evidence-card");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.className")).toBe("cite");
    expect(await page.$("#evidence-card:popover-open")).toBeNull();
    await page.close();
  });

  it("finds sections and sources by their words, and leads there", async () => {
    const { page, errors } = await chromium.open(html);
    await page.focus(".search");
    await page.keyboard.type("lanes");
    await page.waitForSelector(".results a");
    const found = await page.$$eval(".results a", (links) => links.map((link) => link.getAttribute("href")));
    expect(found).toContain("#recommendation-build-lanes");
    expect(await textOf(page, ".results mark")).toMatch(/lanes/i);
    await page.keyboard.press("Backspace");
    await page.keyboard.type("($[`*");
    await settled(page, 100);
    expect(errors).toEqual([]);
    await page.$eval(".search", (input) => void ((input as unknown as { value: string }).value = ""));
    await page.keyboard.type("timetable");
    await page.waitForFunction(
      "[...document.querySelectorAll('.results a')].some((link) => link.hash.startsWith('#ref-'))",
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate("location.hash")).toMatch(/^#/);
    await page.close();
  });

  it("filters and sorts the recommendations", async () => {
    const { page } = await chromium.open(html);
    const shown = () =>
      page.$$eval(".decisions tbody tr", (rows) =>
        rows
          .filter((row) => !(row as unknown as { hidden: boolean }).hidden)
          .map((row) => row.querySelector("a")?.textContent),
      );
    expect(await shown()).toHaveLength(2);
    await page.select(".filters label:nth-of-type(1) select", "S");
    expect(await shown()).toEqual(["Count again"]);
    await page.click(".filters button");
    const effort = ".decisions th:nth-child(5) button";
    await page.click(effort);
    expect(await shown()).toEqual(["Count again", "Build lanes"]);
    await page.click(effort);
    expect(await shown()).toEqual(["Build lanes", "Count again"]);
    expect(await page.$eval(".decisions th:nth-child(5)", (head) => head.getAttribute("aria-sort"))).toBe("descending");
    await page.close();
  });

  it("recomputes a model as `calc --set` does, draws its chart anew, and goes back", async () => {
    const { page, errors } = await chromium.open(html);
    await page.click("[data-panel=commute] summary");
    await page.waitForSelector("[data-output=total]");
    const before = await textOf(page, "[data-output=total]");
    await page.$eval("[data-key='commute.saved']", (slider) => {
      (slider as unknown as { value: string }).value = "12.5";
      slider.dispatchEvent(new Event("input"));
    });
    await page.waitForSelector("[data-output=total].changed");
    const after = await page.$eval("[data-output=total]", (value) => value.firstChild?.textContent);
    const { evaluation } = await check(memoryHost(smallFiles, cache), [], { set: { "commute.saved": "12.5" } });
    expect(after).toBe(evaluation?.values.get("commute.total")?.text);
    expect(await textOf(page, ".panel code")).toBe("dossier calc commute --set commute.saved=12.5");
    expect(await textOf(page, ".chart svg title")).toBe("Minutes by way");
    await page.click(".panel .row button");
    await page.waitForFunction("!document.querySelector('.chart')");
    expect(await textOf(page, "[data-output=total]")).toBe(before);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("opens a recommendation down to its facts", async () => {
    const { page } = await chromium.open(html);
    await page.click("details.chain summary");
    await page.waitForSelector("details.chain [data-fact]");
    expect(await page.$$eval("details.chain[open] [data-fact] p", (facts) => facts.length)).toBeGreaterThan(0);
    await page.close();
  });

  it("enlarges a diagram and closes it with Escape", async () => {
    const { page } = await chromium.open(html);
    await page.click(".zoom");
    await page.waitForSelector("dialog.zoomed[open] img");
    await page.keyboard.press("Escape");
    await page.waitForFunction("!document.querySelector('dialog.zoomed').open");
    expect(
      await page.$eval("figure img", (image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    ).toBeGreaterThan(10);
    await page.close();
  });

  it("leads every link inside the page to a place that exists, once", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    const links = [...html.matchAll(/\shref="#([^"]*)"/g)].map(([, id]) => id as string);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(html).toMatch(/Used in <a href="#cite-1-1">/);
  });

  it.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 390],
    ["dark", 390],
  ] as const)("is accessible: %s, %i pixels wide", async (scheme, width) => {
    const { page } = await chromium.open(html, { width, height: 850 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.$$eval("details", (all) => all.forEach((one) => void (one.open = true)));
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    const ground = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(ground).toBe(scheme === "dark" ? "rgb(20, 24, 28)" : "rgb(252, 252, 251)");
    await page.close();
  });

  it("keeps its words without its program", async () => {
    const { page } = await chromium.open(html.replace(/<script[\s\S]*?<\/script>/g, ""));
    expect(await page.$$("main h2")).not.toHaveLength(0);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.tools')).display")).toBe("none");
    expect(await page.evaluate("document.querySelector('#rail').getBoundingClientRect().width")).toBeGreaterThan(200);
    await page.close();
  });
});
