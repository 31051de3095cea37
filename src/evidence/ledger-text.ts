/** The ledger as the text of its file: sorted, one fact a line, so that two runs differ only where something changed. */
import { schemaLine } from "../model/kinds.ts";
import type { Ledger, LedgerSource } from "../model/ledger.ts";

const head = `${schemaLine("evidence.lock.yaml")}# Written by \`dossier verify\`: what it found, and since when. Not for editing.\n`;

export function ledgerText({ sources }: Ledger): string {
  const keys = Object.keys(sources).sort();
  if (keys.length === 0) return `${head}sources: {}\n`;
  return `${head}sources:\n${keys.map((key) => `  ${name(key)}:\n${lines(sources[key] as LedgerSource)}`).join("")}`;
}

function lines({ facts = {}, history = [], ...rest }: LedgerSource): string {
  const own = Object.entries(rest).map(([field, value]) => `    ${field}: ${scalar(value)}\n`);
  const ids = Object.keys(facts).sort();
  const found = ids.map((id) => `      ${name(id)}: ${flow(facts[id] as object)}\n`);
  const changes = history.map((change) => `      - ${flow(change)}\n`);
  return [
    ...own,
    ...(found.length > 0 ? ["    facts:\n", ...found] : []),
    ...(changes.length > 0 ? ["    history:\n", ...changes] : []),
  ].join("");
}

const flow = (value: object): string =>
  `{ ${Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([field, inner]) => `${field}: ${scalar(inner)}`)
    .join(", ")} }`;

/** Words and dates as they are, everything else in double quotes. */
const scalar = (value: unknown): string =>
  /^(?:[a-z]+|\d{4}-\d{2}-\d{2}|\d{1,9})$/.test(String(value)) ? String(value) : JSON.stringify(String(value));

const name = (key: string): string =>
  /^[a-z][a-z0-9_-]*$/.test(key) && !/^(?:null|true|false|yes|no|on|off|y|n)$/.test(key) ? key : JSON.stringify(key);
