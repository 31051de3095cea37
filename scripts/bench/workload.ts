/** A generated dossier of any size, and the same text and references for Pandoc and markdownlint. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Size {
  readonly sources: number;
  readonly findings: number;
  readonly citations: number;
}

export const sizes = {
  S: { sources: 60, findings: 16, citations: 150 },
  M: { sources: 1_000, findings: 400, citations: 4_000 },
} as const satisfies Record<string, Size>;

const words =
  "the gateway router cache holds every request until a local pool or hosted provider answers and its ledger books tokens by tenant while region policy keeps restricted data inside one boundary so operators see cost quality and latency of each strategy before they change a route".split(
    " ",
  );

/** Writes `research/` below `folder`, and `pandoc.md` with `references.json` beside it. */
export function writeWorkload(folder: string, { sources, findings, citations }: Size): void {
  const file = (path: string, text: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const areas = 4;
  const questions = Array.from({ length: areas }, (_, area) =>
    Array.from({ length: findings / areas }, (_, n) => `question-${area}-${n}`),
  );
  file(
    "research/dossier.yaml",
    `title: A generated dossier\ndeliverable: docs/report.md\ndate: 2026-11-22\nareas:\n${questions
      .map(
        (ids, area) =>
          `  - id: area-${area}\n    title: Area ${area}\n    questions:\n${ids.map((id) => `      - { id: ${id}, title: About ${id}, asks: What of ${id}? }\n`).join("")}`,
      )
      .join("")}`,
  );
  for (let n = 0; n < sources; n++)
    file(
      `research/sources/source-${n}.yaml`,
      `type: article-journal\ntitle: A measured study of system ${n}\nauthor:\n  - { family: Author${n}, given: Ada }\n  - { family: Second${n % 97}, given: Bo }\ncontainer-title: Journal of Measured Systems\nissued: "2025-0${1 + (n % 9)}-11"\naccessed: "2026-11-22"\nURL: https://example.org/${n}\nDOI: 10.1000/${n}\nvolume: "${n % 40}"\npage: ${n}-${n + 9}\norganisation: Organisation ${n % 300}\ntier: T${n % 2}\nfacts:\n  - id: one\n    states: system ${n} answers ${n + 10} requests a second\n    figures: ["${n + 10} requests/s"]\n    at: section 3\n    seen: "2026-11-22"\n    copy: primary\n    pin: { words: 20, sha256: ${"a".repeat(64)} }\n`,
    );
  const perFinding = Math.round(citations / findings);
  let next = 0;
  const paragraphs: string[] = [];
  for (const [area, ids] of questions.entries()) {
    file(`research/areas/area-${area}/area.md`, `---\ntitle: Area ${area}\n---\nWhat is decided here.\n`);
    for (const [index, id] of ids.entries()) {
      const body = Array.from({ length: perFinding }, (_, at) => {
        const source = next++ % sources;
        const filler = Array.from({ length: 20 }, (_, word) => words[(word * 7 + at * 3 + index) % words.length]).join(
          " ",
        );
        return `${at === 0 ? "\n" : ""}${capital(filler)}. In one test it answered ${source + 10} requests a second [@source-${source}#one].${at % 3 === 2 ? "\n" : ""}`;
      }).join("\n");
      paragraphs.push(`#### About ${id}\n\n${body.replaceAll("#one", "")}`);
      file(
        `research/areas/area-${area}/${id}.md`,
        `---\ntitle: About ${id}\nanswer: Use the pool where the ledger says so [@source-${next % sources}#one].\nverdict: adopt\nbecause: The ledger says so.\ncertainty: moderate\ndowngrades:\n  - { reason: indirectness, because: Others measured it. }\nwhen-not:\n  - There is one tenant only.\nreview-by: 2027-05-22\n---\n## How it works\n${body}\n`,
      );
    }
  }
  file("pandoc.md", paragraphs.join("\n\n"));
  file(
    "references.json",
    JSON.stringify(
      Array.from({ length: sources }, (_, n) => ({
        id: `source-${n}`,
        type: "article-journal",
        title: `A measured study of system ${n}`,
        author: [
          { family: `Author${n}`, given: "Ada" },
          { family: `Second${n % 97}`, given: "Bo" },
        ],
        "container-title": "Journal of Measured Systems",
        issued: { "date-parts": [[2025, 1 + (n % 9), 11]] },
        accessed: { "date-parts": [[2026, 11, 22]] },
        URL: `https://example.org/${n}`,
        DOI: `10.1000/${n}`,
        volume: `${n % 40}`,
        page: `${n}-${n + 9}`,
      })),
    ),
  );
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
