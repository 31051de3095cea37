/** One diagram of each kind that Mermaid knows and a report may use, with what is tricky about it. */

const flowchart = `flowchart LR
  accTitle: How a request passes the gateway
  accDescr: Tenants call the gateway, which checks budgets, then routes to a local model or a hosted one.
  subgraph tenants [Tenants]
    a["Team A<br/>chat"]
    b[Team B]
  end
  subgraph platform [Platform]
    gw{{Gateway}} -->|within budget| router([Router])
    gw -. over budget .-> reject[/429 with Retry-After/]
    router --> cache[(Semantic cache)]
    router ==>|confidential| local[Local vLLM pool]
    router -->|public| hosted[[Hosted API]]
  end
  a --> gw
  b --> gw
  classDef warn fill:#fdf1dc,stroke:#b7791f
  class reject warn
`;

const sequence = `sequenceDiagram
  accTitle: Token budget
  accDescr { The client asks,
    the gateway reserves and settles. }
  autonumber
  actor U as User
  participant G as Gateway
  participant M as Model
  U->>+G: POST /v1/chat (max_tokens 800)
  G->>G: reserve 800 tokens
  alt budget left
    G->>+M: prompt
    M-->>-G: 212 tokens
    Note over G,M: settle 212, give back 588
    G-->>U: answer
  else exhausted
    G--x-U: 429
  end
  loop every minute
    G-)M: health
  end
`;

const classes = `classDiagram
  accTitle: Router
  accDescr: Classes of the router.
  class Router {
    <<interface>>
    +route(request: Request) Target
    -policy: Policy~T~
  }
  Router <|.. CostRouter
  Router o-- "1..*" Target : knows
  note for CostRouter "cheapest that passes"
`;

const state = `stateDiagram-v2
  accTitle: Deployment
  accDescr: States of a rollout.
  [*] --> Shadow
  Shadow --> Canary : parity at least 0.98
  state Canary {
    [*] --> Five
    Five --> TwentyFive
  }
  Canary --> Live
  Canary --> RolledBack : burn rate over 14
  state check <<choice>>
  Live --> check
  check --> [*]
  note right of Live : 30 days
`;

const er = `erDiagram
  accTitle: Billing
  accDescr: Tables of the ledger.
  TENANT ||--o{ REQUEST : sends
  TENANT { string id PK
    int budget "tokens a day" }
  REQUEST }o--|| MODEL : uses
  REQUEST { string id PK
    int tokens_in
    int tokens_out }
`;

const gantt = `gantt
  accTitle: First ninety days
  accDescr: Phases of the roadmap.
  title First ninety days
  dateFormat YYYY-MM-DD
  axisFormat %d %b
  section Foundation
  Gateway in shadow        :done, a1, 2026-12-01, 21d
  Budgets and keys         :active, a2, after a1, 14d
  section Scale
  Router                   :crit, b1, after a2, 30d
  Gate 1                   :milestone, m1, after b1, 0d
  Chargeback               :after b1, 20d
`;

const quadrant = `quadrantChart
  accTitle: Options
  accDescr: Options by value and effort.
  title Value and effort
  x-axis Low effort --> High effort
  y-axis Low value --> High value
  quadrant-1 Plan
  quadrant-2 Do now
  quadrant-3 Leave
  quadrant-4 Think again
  Gateway: [0.3, 0.9]
  Fine-tuning: [0.8, 0.35]
  Semantic cache: [0.45, 0.6]
`;

const xychart = `xychart-beta
  accTitle: Cost
  accDescr: Cost falls with use.
  title "Cost per million tokens"
  x-axis "Utilisation" ["10 %", "25 %", "50 %", "75 %"]
  y-axis "USD" 0 --> 12
  bar [11, 4.4, 2.2, 1.5]
  line [3, 3, 3, 3]
`;

const timeline = `timeline
  accTitle: Incidents
  accDescr: Three incidents.
  title Incidents
  2024 : Prompt injection in a mail assistant
       : Leak of keys
  2025 : Regional outage of a hosted model
  2026 : Wrong routing after a config push
`;

const mindmap = `mindmap
  root((Gateway))
    Identity
      Keys
      Tenants
    Budget
      Tokens
      Money
    Routing
      Local
      Hosted
`;

const pie = `pie showData
  accTitle: Share
  accDescr: Share of cost.
  title Share of cost
  "Decode" : 62
  "Prefill" : 23
  "Idle" : 15
`;

const git = `gitGraph
  accTitle: Branches
  accDescr: A release branch.
  commit id: "base"
  branch release
  checkout release
  commit id: "pin"
  checkout main
  merge release
`;

const journey = `journey
  title A tenant's first day
  section Start
    Get a key: 5: Team
    First call: 4: Team, Platform
  section Trouble
    Hit the limit: 2: Team
`;

const c4 = `C4Context
  title Context
  Person(u, "User", "Asks")
  System(g, "Gateway", "Routes")
  System_Ext(h, "Hosted model", "Answers")
  Rel(u, g, "asks", "HTTPS")
  Rel(g, h, "calls")
`;

const block = `block-beta
  columns 3
  a["Prefill"] b["KV transfer"] c["Decode"]
  d["Router"]:3
  a --> b
`;

const sankey = `sankey-beta
Requests,Cache,30
Requests,Local,50
Requests,Hosted,20
`;

const packet = `packet-beta
0-15: "Tenant"
16-31: "Budget"
`;

const requirement = `requirementDiagram
  requirement isolation {
    id: 1
    text: no tenant reads another
    risk: high
    verifymethod: test
  }
  element gateway {
    type: service
  }
  gateway - satisfies -> isolation
`;

const architecture = `architecture-beta
  group api(cloud)[API]
  service db(database)[Ledger] in api
  service gw(server)[Gateway] in api
  gw:R -- L:db
`;

const kanban = `kanban
  todo[To do]
    a[Budgets]
  done[Done]
    b[Keys]
`;

const radar = `radar-beta
  title Options
  axis cost["Cost"], speed["Speed"], risk["Risk"]
  curve a["Local"]{3, 4, 2}
  curve b["Hosted"]{4, 2, 3}
  max 5
`;

const treemap = `treemap-beta
"Cost"
  "Decode": 62
  "Prefill": 23
`;

export const samples: Readonly<Record<string, string>> = {
  flowchart,
  sequence,
  class: classes,
  state,
  er,
  gantt,
  quadrant,
  xychart,
  timeline,
  mindmap,
  pie,
  git,
  journey,
  c4,
  block,
  sankey,
  packet,
  requirement,
  architecture,
  kanban,
  radar,
  treemap,
};
