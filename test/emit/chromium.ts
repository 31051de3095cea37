/** A real headless Chromium for tests that read the page as a person does; records every request and dialog. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { bundledChromium } from "../../src/host/bundled-chromium.ts";
import { installedBrowsers } from "../../src/host/installed-browsers.ts";

export interface OpenedPage {
  readonly page: Page;
  /** Addresses asked for beyond the page's own file and what stands inside it. */
  readonly requests: string[];
  readonly dialogs: string[];
  readonly errors: string[];
}

export class Chromium {
  readonly #folder = mkdtempSync(join(tmpdir(), "dossier-test-"));
  #pages = 0;

  private constructor(readonly browser: Browser) {}

  static async launch(): Promise<Chromium> {
    const env = (name: string) => process.env[name];
    const progress = { step: () => undefined, done: () => undefined };
    const candidates = [
      ...installedBrowsers(env).map((executable) => ({ executable })),
      ...(await bundledChromium(env, progress)),
    ];
    let failure: unknown;
    for (const { executable, ...more } of candidates)
      try {
        const browser = await puppeteer.launch({
          executablePath: executable,
          headless: "shell",
          pipe: true,
          args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--lang=en-US"],
          env: { ...process.env, ...("env" in more ? more.env : {}) },
        });
        return new Chromium(browser);
      } catch (error) {
        failure = error;
      }
    throw failure ?? new Error("no browser");
  }

  /** Opens HTML from disk, as a reader who was sent the file does. */
  async open(html: string, viewport = { width: 1440, height: 900 }): Promise<OpenedPage> {
    const file = join(this.#folder, `${++this.#pages}.html`);
    writeFileSync(file, html);
    return this.visit(pathToFileURL(file).href, viewport);
  }

  async visit(address: string, viewport = { width: 1440, height: 900 }): Promise<OpenedPage> {
    const page = await this.browser.newPage();
    const opened: OpenedPage = { page, requests: [], dialogs: [], errors: [] };
    page.on("request", (request) => {
      const url = request.url();
      if (url.split("#")[0] !== address && !url.startsWith("data:")) opened.requests.push(url);
    });
    page.on("dialog", (dialog) => {
      opened.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => void opened.errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") opened.errors.push(message.text());
    });
    await page.setViewport(viewport);
    await page.goto(address, { waitUntil: "load" });
    return opened;
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
