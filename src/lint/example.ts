/** The example dossier that every rule's examples are laid over: small, complete, and free of findings. */

export const exampleFiles: Readonly<Record<string, string>> = {
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
review-by: 2099-01-01
---
## How it works

Bicycles save 4 minutes [@city-count#speed].

::diagram[Bicycles take the direct way.]{#ways}
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
---
`,
  "diagrams/ways.mmd": `flowchart LR
  accTitle: Two ways to work
  accDescr: The bicycle goes straight, the bus by the market.
  home --> work
  home --> market --> work
`,
};

/** Opening and closing mark of the place that a bad example is about. */
export const marks = { open: "⟦", close: "⟧" } as const;
