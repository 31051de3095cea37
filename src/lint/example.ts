/** The example dossier that every rule's examples are laid over: small, complete, and free of findings. */

import { schemaLine } from "../model/kinds.ts";

const files: Readonly<Record<string, string>> = {
  "dossier.yaml": `title: Getting to work
deliverable: docs/report.md
date: 2026-11-22
areas:
  - id: transport
    title: Transport
    questions:
      - { id: bicycles, title: Bicycles, asks: When do bicycles beat buses? }
profile: example
standards:
  example: {}
`,
  "system.yaml": `title: The commute
components:
  - { id: road, title: Road, zone: ours, does: carries everything that has wheels }
data-classes: []
figures:
  - { id: commuters, title: Commuters, value: 120, unit: person, status: assumed, low: 60, high: 200, if-wrong: the racks are too small, test: count them on a Tuesday }
`,
  "sources/city-count.yaml": `type: report
title: Traffic count of the inner city
author:
  - { literal: City of Example }
publisher: City of Example
issued: 2026-03
accessed: 2026-11-22
URL: https://example.org/count
organisation: City of Example
tier: T0
facts:
  - id: speed
    states: bicycles are faster than buses below five kilometres, by 4 minutes on average
    figures: ["4 minutes"]
    at: table 2
    seen: 2026-11-22
    copy: primary
    pin: { words: 24, sha256: 8d5f8f8de0b2a4c65d5f0f8a3a7c1b6ddc4c3c2a6a8c39b4b4e4f0c4f5a7e9b1 }
`,
  "sources/bus-timetable.yaml": `type: webpage
title: Timetable of line two
publisher: Example Buses
issued: 2026-09-01
accessed: 2026-11-22
URL: https://buses.example/two
organisation: Example Buses
tier: T1
facts:
  - id: interval
    states: a bus runs every 15 minutes
    figures: ["15 minutes"]
    at: whole page
    seen: 2026-11-22
    copy: primary
    pin: { words: 9, sha256: 1d5f8f8de0b2a4c65d5f0f8a3a7c1b6ddc4c3c2a6a8c39b4b4e4f0c4f5a7e9b2 }
`,
  "sections/summary.md": `---
title: Summary
---
Build lanes first, then count again.
`,
  "areas/transport/area.md": `---
title: Transport
---
How people get to work [@city-count].
`,
  "areas/transport/bicycles.md": `---
title: Bicycles
answer: Bicycles beat buses on short ways [@city-count#speed].
verdict: adopt
because: The :ref[road]{text="road"} is short.
system: [road]
certainty: high
options:
  factors:
    - { id: time, title: Time saved, unit: minute }
    - { id: comfort, title: Comfort }
  rows:
    - { title: Do nothing, verdict: reject, values: { time: none, comfort: as now } }
    - { title: Bicycles, verdict: choose, values: { time: "4 minutes [@city-count#speed]", comfort: good in summer } }
    - { title: More buses, verdict: later, values: { time: unknown, comfort: good } }
review-by: 2099-01-01
---
## How it works

Bicycles go straight, and a bus runs every 15 minutes [@bus-timetable#interval].

::diagram[Bicycles take the direct way.]{#ways}

::snippet{#rack}

## What the evidence says

Bicycles save 4 minutes [@city-count#speed].
`,
  "areas/transport/cases/example-city.md": `---
title: A city counts
organisation: City of Example
date: 2026-03
kind: success
first-party: true
questions: [bicycles]
scale: One city [@city-count#speed].
architecture: Lanes beside the road [@city-count#speed].
result: Bicycles are 4 minutes faster [@city-count#speed].
limits: One count only.
transfers: The lanes.
---
`,
  "recommendations/build-lanes.md": `---
title: Build lanes
decision: Build lanes on short ways.
because: They are faster [@city-count#speed], see :ref[bicycles].
findings: [bicycles]
certainty: high
strength: strong
complexity: M
effort: { p50: 2, p90: 4 }
calendar: { weeks: 6 }
assumptions: [dry-days]
scores: { value: 5, effort: 3 }
---
`,
  "recommendations/count-again.md": `---
title: Count again
decision: Repeat the count after the lanes are open.
because: One count is not a trend, see :ref[bicycles].
findings: [bicycles]
certainty: high
strength: conditional
complexity: S
effort: { p50: 1, p90: 2 }
calendar: { weeks: 2 }
depends-on: [build-lanes]
scores: { value: 3, effort: 5 }
---
`,
  "roadmap.yaml": `start: 2027-01-04
capacity: { people: 2, share: 0.5 }
phases:
  - { id: build, title: Build, from-day: 0, to-day: 42, entry: [], exit: [The lanes are open], stop: The road is closed, items: [build-lanes] }
  - { id: measure, title: Measure, from-day: 42, to-day: 70, entry: [], exit: [The count is done], stop: Nobody comes, items: [count-again] }
`,
  "matrix.yaml": `criteria:
  - { id: value, title: Value, weight: 60, means: time saved }
  - { id: effort, title: Effort, weight: 40, means: little work }
`,
  "assumptions.yaml": `assumptions:
  - { id: dry-days, statement: Most days are dry, basis: the almanac, if-wrong: fewer people ride, test: ask the weather service, recommendations: [build-lanes] }
`,
  "risks.yaml": `risks:
  - { id: rain, title: Rain, probability: medium, impact: low, trigger: a wet spring, owner: mayor, mitigation: roofs, recommendations: [build-lanes] }
`,
  "conflicts.yaml": `conflicts:
  - { id: counts, title: Two counts, sides: The city and the buses count on other days., resolution: We take the later one., status: resolved }
`,
  "crosswalk.yaml": `frameworks:
  - { id: road-code, title: Road code, version: "2026", as-of: 2026-11-22 }
controls:
  - { id: lights, component: road, framework: road-code, article: "12", requirement: Lanes are lit, control: Lamps, evidence: A photograph, recommendation: build-lanes }
`,
  "glossary.yaml": `terms:
  - { id: lane, term: lane, means: a strip of road for bicycles }
`,
  "models/commute.yaml": `title: Minutes saved by all
purpose: Adds the minutes up.
inputs:
  commuters: { from: system.commuters }
  saved: { title: Minutes saved a way, value: 4, unit: minute, origin: "[@city-count#speed]" }
outputs:
  total: { title: Minutes saved in all, formula: commuters * saved, unit: person*minute }
`,
  "diagrams/ways.mmd": `flowchart LR
  accTitle: Two ways to work
  accDescr: The bicycle goes straight, the bus by the market.
  home --> work
  home --> market --> work
`,
  "snippets/rack.yaml": `title: How many stands a rack needs
file: rack.ts
language: ts
region: stands
questions: [bicycles]
tool: vitest 4
check: { kind: test, file: rack.test.ts }
`,
  "snippets/rack.ts": `// #region stands
export const stands = (riders: number) => Math.ceil(riders / 2);
// #endregion
`,
  "snippets/rack.test.ts": `import { stands } from "./rack.ts";
`,
};

/** Every YAML file with the line that tells an editor its schema. */
export const exampleFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path, (schemaLine(path) ?? "") + text]),
);

/** Opening and closing mark of the place that a bad example is about. */
export const marks = { open: "⟦", close: "⟧" } as const;

/** A file of the example with stretches changed: before, after, before, after, …; the new text may hold the marks. */
export function changed(path: string, ...pairs: readonly string[]): Record<string, string> {
  let text = exampleFiles[path] ?? "";
  for (let at = 0; at < pairs.length; at += 2) {
    const [before, after] = pairs.slice(at) as [string, string];
    if (!text.includes(before)) throw new Error(`The example ${path} has no “${before}”`);
    text = text.replace(before, () => after);
  }
  return { [path]: text };
}
