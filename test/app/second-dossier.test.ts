/** Another report of another domain in another language: three areas, French titles, author-date references. */
import { describe, expect, it } from "vitest";
import { parseBrief } from "../../src/app/brief.ts";
import { build } from "../../src/app/build.ts";
import { init } from "../../src/app/init.ts";
import { lintReport } from "../../src/app/lint.ts";
import { offlineHost, readText } from "./offline-host.ts";

const brief = `# Mission : Le fournil sans gaspillage

## 1. Le pétrin

**Questions de recherche :**

- **Levain** : combien de pain perd-on quand le levain faiblit ?
- **Farine** : quelle farine se garde le mieux ?

## 2. La vente

**Questions de recherche :**

- **Invendus** : que deviennent les pains invendus ?

## 3. Le don

**Questions de recherche :**

- **Associations** : qui vient chercher le pain ?

**Sections requises :**

1. **Constats** : ce que disent les sources
2. **Analyse** : ce que cela veut dire pour nous
3. **Recommandations** : ce qu'il faut faire
4. **Feuille de route** : dans quel ordre

- Au moins 1 étude de cas par domaine et au moins 2 sources.
`;

const source = (key: string, family: string, year: string, figure: string) => `type: report
title: Le pain perdu, ${key}
author:
  - { family: ${family}, given: Anne }
publisher: Observatoire du pain ${family}
issued: "${year}"
accessed: "2026-11-20"
URL: https://example.org/${key}
organisation: Observatoire ${family}
tier: T1
facts:
  - id: perte
    states: un fournil perd ${figure} de son pain
    figures: ["${figure}"]
    at: tableau 1
    seen: "2026-11-20"
    copy: primary
    pin: { words: 9, sha256: ${"a1".repeat(32)} }
`;

const finding = (title: string, cite: string) => `---
title: ${title}
answer: "On perd 12 % du pain [@durand-pertes-2024#perte]."
verdict: trial
because: "Le fournil vend chaque jour, voir :ref[subject]."
system: [subject]
certainty: low
review-by: 2099-01-01
---
## Ce qui se passe

Le pain rassis se perd à raison de 12 % ${cite}.
`;

describe("a second dossier", () => {
  it("goes from a French brief to a French report, without a word of the first", async () => {
    const host = offlineHost();
    const { title = "", ...parsed } = parseBrief(brief);
    expect(title).toBe("Le fournil sans gaspillage");
    await init(host, {
      title,
      areas: parsed.areas,
      sections: parsed.sections,
      minimums: parsed.minimums,
      language: "fr",
      deliverable: "rapport/pain.md",
    });
    expect(readText(host, "research/dossier.yaml")).toContain("style: dossier-author-date");
    await host.files.write("research/sources/durand-pertes-2024.yaml", source("pertes", "Durand", "2024", "12 %"));
    await host.files.write("research/sources/martin-dons-2025.yaml", source("dons", "Martin", "2025", "8 %"));
    await host.files.write("research/areas/petrin/levain.md", finding("Levain", "[@durand-pertes-2024#perte]"));
    await host.files.write(
      "research/areas/vente/invendus.md",
      finding("Invendus", "[@durand-pertes-2024#perte]. Ailleurs on perd 8 % [@martin-dons-2025#perte]"),
    );
    await host.files.write(
      "research/areas/don/associations.md",
      finding("Associations", "[@durand-pertes-2024#perte]"),
    );
    const { diagnostics } = await lintReport(host, {});
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(diagnostics.filter(({ rule }) => rule === "question-answered").map(({ message }) => message)).toEqual([
      "Missing answer to the question “farine”",
    ]);
    const built = await build(host, {}, false);
    expect(Object.keys(built.outputs)).toEqual(["rapport/pain.md"]);
    const report = readText(host, "rapport/pain.md");
    const headings = [...report.matchAll(/^## (.+)$/gm)].map(([, words]) => words?.replace(/<[^>]*>/g, "").trim());
    expect(headings.slice(0, 9)).toEqual([
      "Synthèse",
      "Sommaire",
      "Contexte et périmètre",
      "Constats",
      "Analyse",
      "Recommandations",
      "Feuille de route",
      "Limites et questions ouvertes",
      "Références",
    ]);
    expect(report).toMatch(/^# Le fournil sans gaspillage/);
    expect(report).toContain("Le pétrin");
    expect(report).toContain("| Question | Verdict | Certitude | En bref | Mène à |");
    expect(report).toContain("> **essayer**, certitude faible.");
    expect(report).toMatch(/Durand,? A[^\n]*2024/);
    expect(report).not.toMatch(/gateway|tenant|MCP server|DISCOVERY|IMPLEMENTATION ROADMAP/);
    // An unsupported number stops it, and the report stays as it was.
    await host.files.write(
      "research/areas/don/associations.md",
      finding("Associations", "et 31 % du reste [@martin-dons-2025#perte]"),
    );
    const refused = await build(host, {}, false);
    expect(refused.diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toContain(
      "number-has-origin",
    );
    expect(readText(host, "rapport/pain.md")).toBe(report);
  });
});
