/** Three hundred texts that would like to run or fetch something, wherever a dossier holds text, opened in a browser. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Chromium } from "./chromium.ts";
import { built } from "./small-report.ts";

const address = "https://evil.example";
const run = "alert(1)";

/** Markup, Markdown, addresses, templates, character references, marks: fifty of them. */
const payloads: readonly string[] = [
  `<script>${run}</script>`,
  `<ScRiPt src=${address}/x.js></sCrIpT>`,
  `<img src=x onerror=${run}>`,
  `<img src="${address}/a.png">`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>${run}</script>">`,
  `<object data="${address}/o">`,
  `<embed src="${address}/e">`,
  `<link rel=stylesheet href=${address}/s.css>`,
  `<link rel=prefetch href=${address}/p>`,
  `<style>@import url(${address}/i.css);</style>`,
  `<base href="${address}/">`,
  `<meta http-equiv=refresh content="0;url=${address}">`,
  `<form action=${address}><input name=q autofocus onfocus=${run}></form>`,
  `<details open ontoggle=${run}>x</details>`,
  `<video src=${address}/v autoplay onerror=${run}>`,
  `<audio src=${address}/a onerror=${run}>`,
  `<body onload=${run}>`,
  `</main></body><script>${run}</script>`,
  `--><script>${run}</script><!--`,
  `<!--><img src=x onerror=${run}>-->`,
  `]]><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</script><script>${run}</script>`,
  `"><img src=x onerror=${run}>`,
  `' onmouseover='${run}`,
  `" onfocus="${run}" autofocus tabindex=0 x="`,
  `[x](javascript:${run})`,
  `[x](JaVaScRiPt:${run})`,
  `[x](java\tscript:${run})`,
  `[x](&#106;avascript:${run})`,
  `[x](data:text/html,<script>${run}</script>)`,
  `[x](vbscript:${run})`,
  `![x](${address}/i.png)`,
  `![x](javascript:${run})`,
  `[x]: ${address} "t" onclick=${run}`,
  `<javascript:${run}>`,
  `<a href="javascript:${run}" target=_blank>x</a>`,
  `<math><mtext><img src=x onerror=${run}></mtext></math>`,
  `&lt;img src=x onerror=${run}&gt;`,
  `&#60;script&#62;${run}&#60;/script&#62;`,
  `{{{constructor.constructor "${run}"}}}`,
  `&#xE000;0&#xE001;`,
  `<!--references-->`,
  "```html\n<script>alert(1)</script>\n```",
  `%3Cscript%3E${run}%3C/script%3E`,
];

const quoted = (text: string) => JSON.stringify(text);
const flat = (text: string) => text.replace(/\s+/g, " ");

/** Six places: prose, a title, a cell, a source's title, a fact, a model's title. */
const files: Readonly<Record<string, string>> = {
  "sections/summary.md": `---\ntitle: Summary\n---\n\n${payloads.map((payload, at) => `Prose ${at} [@bad-${at}#f]: ${payload}`).join("\n\n")}\n`,
  ...Object.fromEntries(
    payloads.map((payload, at) => [
      `sources/bad-${at}.yaml`,
      `type: webpage\ntitle: ${quoted(flat(payload))}\norganisation: ${quoted(flat(payload))}\nURL: ${address}/${at}\ntier: T1\nfacts:\n  - id: f\n    states: ${quoted(flat(payload))}\n    figures: [${quoted(flat(payload))}]\n    at: ${quoted(`section ${flat(payload)}`)}\n    seen: "2026-01-01"\n    copy: primary\n`,
    ]),
  ),
  "glossary.yaml": `terms:\n${payloads.map((payload, at) => `  - { id: g${at}, term: ${quoted(flat(payload))}, means: ${quoted(flat(payload))} }`).join("\n")}\n`,
  "risks.yaml": `risks:\n${payloads.map((payload, at) => `  - { id: r${at}, title: ${quoted(flat(payload))}, probability: low, impact: low, trigger: t, owner: o, mitigation: m, recommendations: [build-lanes] }`).join("\n")}\n`,
  ...Object.fromEntries(
    payloads.map((payload, at) => [
      `recommendations/bad-${at}.md`,
      `---\ntitle: ${quoted(flat(payload))}\ndecision: ${quoted(flat(payload))}\nbecause: ${quoted(`${flat(payload)} [@bad-${at}#f]`)}\nfindings: [bicycles]\ncertainty: low\nstrength: conditional\ncomplexity: S\n---\n`,
    ]),
  ),
};

describe("hostile text", () => {
  let chromium: Chromium;
  let html: string;
  beforeAll(async () => {
    [chromium, html] = await Promise.all([Chromium.launch(), built(["html"], files).then(({ text }) => text("html"))]);
  }, 120_000);
  afterAll(() => chromium.close());

  it("is there in six places and fifty forms", () => {
    expect(payloads).toHaveLength(50);
    expect(html.match(/Prose \d+ /g)).toHaveLength(50);
    expect(html.match(/id="recommendation-bad-\d+"/g)).toHaveLength(50);
    expect(html.match(/id="ref-bad-\d+"/g)).toHaveLength(50);
    expect(html.match(/id="risk-r\d+"/g)).toHaveLength(50);
    expect(html.match(/id="term-g\d+"/g)).toHaveLength(50);
    expect(html.match(/data-fact="f"/g)).toHaveLength(50);
  });

  it("opens no dialog and fetches nothing, also when a reader uses the page", async () => {
    const { page, requests, dialogs, errors } = await chromium.open(html);
    await page.evaluate(`(async () => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      for (const link of [...document.querySelectorAll("main a.cite")].slice(0, 60)) { link.focus(); link.click(); link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true })); }
      const search = document.querySelector(".search");
      for (const words of ["script", "alert", "img onerror", "javascript"]) { search.value = words; search.dispatchEvent(new Event("input")); await wait(50); }
      for (const head of document.querySelectorAll(".decisions th button")) head.click();
      await wait(500);
    })()`);
    expect({ dialogs, requests, errors }).toEqual({ dialogs: [], requests: [], errors: [] });
    const foreign = await page.evaluate(`[...document.querySelectorAll("main *")].filter((element) =>
      ["SCRIPT", "IFRAME", "OBJECT", "EMBED", "LINK", "STYLE", "BASE", "META", "FORM", "VIDEO", "AUDIO", "MATH"].includes(element.tagName.toUpperCase())
      || element.getAttributeNames().some((name) => name.startsWith("on"))
      || (element.tagName === "IMG" && !element.src.startsWith("data:image/svg+xml"))
      || (element.tagName === "A" && element.hasAttribute("href") && !/^(?:https?:|mailto:|#)/.test(element.getAttribute("href")))).map((element) => element.outerHTML.slice(0, 200))`);
    expect(foreign).toEqual([]);
    expect(
      await page.evaluate(
        "document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_COMMENT).nextNode()",
      ),
    ).toBeNull();
    await page.close();
  });
});
