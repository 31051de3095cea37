/** A site on several local ports, pages of about 100 kB as blogs and papers have them, and a dossier with five facts on each. */

import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { pinOf } from "../../src/evidence/fingerprint.ts";

const words =
  "the gateway router cache holds every request until a local pool or hosted provider answers and its ledger books tokens by tenant while region policy keeps restricted data inside one boundary so operators see cost quality and latency of each strategy before they change a route".split(
    " ",
  );

const sentence = (n: number) =>
  Array.from({ length: 18 }, (_, at) => words[(n * 31 + at * 7 + (n >> 3)) % words.length]).join(" ");

/** The paragraphs of a page; every one begins with its own number. */
export const paragraphs = (page: number): string[] =>
  Array.from(
    { length: 220 },
    (_, n) => `Paragraph ${n} of ${page}: ${[0, 1, 2].map((at) => sentence(page * 7 + n * 3 + at)).join(". ")}.`,
  );

function html(page: number): string {
  const menu = Array.from(
    { length: 40 },
    (_, n) => `<li class="menu-item item-${n}"><a href="/topics/${n}">Topic ${n}</a></li>`,
  ).join("");
  const body = paragraphs(page)
    .map(
      (text, n) =>
        `${n % 12 === 0 ? `<h2 id="s${n}">Section ${n}</h2>` : ""}<p class="text">${text.replace("gateway", '<a href="/g"><em>gateway</em></a>').replace("cost", "cost&nbsp;&amp; price")}</p>\n`,
    )
    .join("");
  return `<!doctype html><html lang="en"><head><title>Page ${page}</title><script>${"var a = 1;".repeat(800)}</script><style>${".a{color:red}".repeat(300)}</style></head><body><nav><ul>${menu}</ul></nav><article>${body}</article><footer>About us</footer></body></html>`;
}

/** Serves the pages; each port is a host of its own. Returns the base addresses. */
export async function serve(ports: number): Promise<{ readonly bases: readonly string[]; close(): void }> {
  const kept = new Map<string, string>();
  const servers = await Promise.all(
    Array.from(
      { length: ports },
      () =>
        new Promise<Server>((resolve) => {
          const server = createServer(({ url = "/" }, response) => {
            const page = /^\/pages\/(\d+)$/.exec(url)?.[1];
            if (page === undefined) return void response.writeHead(404).end();
            const text = kept.get(page) ?? html(Number(page));
            kept.set(page, text);
            response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(text);
          }).listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  return {
    bases: servers.map((server) => `http://127.0.0.1:${(server.address() as { port: number }).port}`),
    close() {
      for (const server of servers) server.close();
    },
  };
}

/** The least that is a dossier. */
export function bareDossier(folder: string): void {
  mkdirSync(join(folder, "research/sources"), { recursive: true });
  writeFileSync(
    join(folder, "research/dossier.yaml"),
    "title: A generated dossier\ndeliverable: docs/report.md\ndate: 2026-11-22\nareas:\n  - { id: all, title: All, questions: [{ id: one, title: One, asks: What? }] }\n",
  );
}

/** Sources for the pages, each with five facts bound to passages. */
export function writeSources(folder: string, pages: number, bases: readonly string[]): void {
  bareDossier(folder);
  for (let page = 0; page < pages; page += 1) {
    const all = paragraphs(page);
    const facts = [5, 50, 100, 150, 215].map((n) => {
      const passage = (all[n] as string).split(" ").slice(0, 30).join(" ").replace("cost", "cost & price");
      const { pin } = pinOf(passage);
      return `  - id: p${n}\n    states: paragraph ${n} says it\n    at: section\n    seen: "2026-11-22"\n    copy: primary\n    pin: ${JSON.stringify(pin)}\n`;
    });
    writeFileSync(
      join(folder, `research/sources/page-${page}.yaml`),
      `type: webpage\ntitle: Page ${page}\nURL: ${bases[page % bases.length]}/pages/${page}\nfacts:\n${facts.join("")}`,
    );
  }
}
