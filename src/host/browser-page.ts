/** One page of the browser: a document of its own, offline, in UTC, whose expressions are limited by the clock. */
import type { Browser as Chromium, Page as ChromiumPage } from "puppeteer";
import type { Page } from "../core/browser.ts";
import type { Outcome } from "../core/isolate.ts";
import { limited } from "./limited.ts";

/** Opens a `file:` address; pages on one are separate processes, so they draw in parallel. */
export async function openPage(chromium: Chromium, url: string): Promise<Page> {
  const page = await chromium.newPage();
  await Promise.all([page.setOfflineMode(true), page.emulateTimezone("UTC")]);
  await page.goto(url, { waitUntil: "load", timeout: 60_000 });
  const crash = new Promise<Outcome>((resolve) => page.once("error", () => resolve({ kind: "crash" })));
  return {
    evaluate: (expression, limitMs) => limited([evaluated(page, expression), crash], limitMs),
    async pdf({ format, margin, header, footer }) {
      return page.pdf({
        format,
        margin,
        printBackground: true,
        preferCSSPageSize: true,
        tagged: true,
        outline: true,
        displayHeaderFooter: header !== undefined || footer !== undefined,
        headerTemplate: header ?? "<span></span>",
        footerTemplate: footer ?? "<span></span>",
      });
    },
    async png({ width, height, scale }) {
      await page.setViewport({ width: Math.ceil(width), height: Math.ceil(height), deviceScaleFactor: scale });
      return page.screenshot({ type: "png", clip: { x: 0, y: 0, width, height } });
    },
    close: () => page.close().catch(() => undefined),
  };
}

async function evaluated(page: ChromiumPage, expression: string): Promise<Outcome> {
  try {
    return { kind: "value", value: await page.evaluate(expression) };
  } catch (error) {
    return { kind: "error", message: error instanceof Error ? error.message : String(error) };
  }
}
