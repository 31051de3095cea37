/** The text of new files: the form of each kind with `TBD` wherever an author has to decide. */

export interface NewObject {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Ids that the new object may refer to. */
  readonly findings: readonly string[];
  readonly by: string | undefined;
}

/** A YAML scalar that says the same whatever it holds. */
const quoted = (text: string) => JSON.stringify(text);

const inHalfAYear = (today: string) => {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 6);
  return date.toISOString().slice(0, 10);
};

export const newTexts = {
  area: ({ title }) => `---
title: ${quoted(title)}
---
TBD: what this area is about, in two or three sentences.

<!-- synthesis -->

TBD: what its answers mean together.
`,

  finding: ({ title, today, by }) => `---
title: ${quoted(title)}
answer: "TBD: the answer in sixty words at most, \`[@key#fact]\` beside each figure"
verdict: assess # TBD: adopt | trial | assess | hold, for our system
because: "TBD: why, by what system.yaml says"
certainty: very-low # TBD: high | moderate | low | very-low; starts at high, one downgrade a level
downgrades:
  - { reason: imprecision, because: "TBD" }
options:
  factors:
    - { id: effect, title: "TBD" }
  rows:
    - { title: Do nothing, verdict: reject, values: { effect: "TBD" } }
    - { title: "TBD", verdict: choose, values: { effect: "TBD" } }
    - { title: "TBD", verdict: later, values: { effect: "TBD" } }
against: "TBD: counter-evidence, or a documented failure"
when-not: ["TBD"]
failure-modes: ["TBD"]
no-action: "TBD: only where no recommendation rests on it"
review-by: ${inHalfAYear(today)}
review-trigger: "TBD: what would make it stale"
by: ${quoted(by ?? "TBD")}
reviewed-by: ""
---
## How it works

TBD

## What the evidence says

TBD
`,

  case: ({ title, today, findings }) => `---
title: ${quoted(title)}
organisation: "TBD"
date: "${today.slice(0, 4)}" # TBD: YYYY, YYYY-MM or YYYY-MM-DD
kind: success # TBD: success | mixed | failure | incident
first-party: true # TBD: told by the organisation itself
questions: [${findings[0] ?? "TBD"}] # TBD
scale: "TBD, with \`[@key#fact]\`"
architecture: "TBD"
result: "TBD: measured"
limits: "TBD: of the evidence"
transfers: "TBD: what transfers to us"
does-not-transfer: "TBD"
---
`,

  recommendation: ({ title, findings, by, today }) => `---
title: ${quoted(title)}
decision: "TBD"
because: "TBD: facts, and findings as \`:ref[finding]\`"
findings: [${findings.slice(0, 2).join(", ") || "TBD"}] # TBD
certainty: low # TBD: how sure the evidence is
strength: conditional # TBD: strong | conditional
alternatives:
  - { title: "TBD", rejected: "TBD" }
complexity: M # TBD: S | M | L | XL
effort: { p50: 1, p90: 2 } # TBD: person-weeks
calendar: { weeks: 1 } # TBD
risk: "TBD"
rollback: "TBD"
reversibility: two-way # TBD: two-way | one-way
if-not-done: "TBD"
owner: "TBD: a role"
metric: { name: "TBD", baseline: "TBD", target: "TBD", by: ${inHalfAYear(today)} }
exit: "TBD: when to stop"
confirmation: { run: "TBD", expect: "TBD" }
by: ${quoted(by ?? "TBD")}
reviewed-by: ""
---
`,

  diagram: ({ title }) => `flowchart LR
  accTitle: ${title.replace(/[\n\r]/g, " ")}
  accDescr: TBD, what it shows in a sentence
  a[TBD] --> b[TBD]
`,

  model: ({ title }) => `title: ${quoted(title)}
purpose: "TBD: the decision that it is for"
inputs:
  amount: { title: "TBD", value: 1, unit: "1", origin: "TBD: a cited fact", low: 0.5, high: 2 } # or from: system.<figure>, or assumption: <id>
outputs:
  result: { title: "TBD", formula: amount * 2, unit: "1", expect: "> 0" }
sensitivity: { output: result, by: 0.25 }
`,

  snippet: ({ id, title, findings }) => `title: ${quoted(title)}
file: ${id}.ts
language: ts
questions: [${findings[0] ?? "TBD"}] # TBD
tool: "TBD: what proves it, with its version"
check: { kind: command, run: [node, --check, ${id}.ts], executes: false } # TBD
`,
} as const satisfies Record<string, (object: NewObject) => string>;

export type NewKind = keyof typeof newTexts;
