/** Findings as JUnit XML: a test case for each rule that examined something, a failure for each error or warning. */
import type { Diagnostic } from "../../core/diagnostic.ts";
import { harmless } from "../paint.ts";
import { placeOf } from "../place.ts";
import type { Reporter } from "./index.ts";

const xml = (text: string) =>
  harmless(text)
    .replace(/[&<>"'\r\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/gu, "\uFFFD");

export const junit: Reporter = ({ diagnostics, examined }) => {
  const found = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) found.set(diagnostic.rule, [...(found.get(diagnostic.rule) ?? []), diagnostic]);
  const names = [...new Set([...Object.keys(examined), ...found.keys()])].sort();
  const failures = (list: readonly Diagnostic[] = []) => list.filter(({ severity }) => severity !== "info");
  const failed = names.filter((name) => failures(found.get(name)).length > 0).length;
  const idle = names.filter((name) => examined[name] === 0 && !found.has(name)).length;
  const cases = names.map((name) => {
    const list = found.get(name) ?? [];
    const inner =
      list.length === 0 && examined[name] === 0
        ? ['      <skipped message="nothing was examined"/>']
        : [...failures(list).map(failure), ...notes(list)];
    const open = `    <testcase classname="dossier" name="${xml(name)}"`;
    return inner.length === 0 ? `${open}/>` : [`${open}>`, ...inner, "    </testcase>"].join("\n");
  });
  const counts = `tests="${names.length}" failures="${failed}" errors="0" skipped="${idle}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="dossier lint" ${counts}>`,
    `  <testsuite name="dossier lint" ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
};

const failure = (one: Diagnostic) =>
  `      <failure type="${one.severity}" message="${xml(one.message)}">${xml(`${placeOf(one)} ${one.message}${one.hint ? `\n${one.hint}` : ""}`)}</failure>`;

function notes(list: readonly Diagnostic[]): string[] {
  const infos = list.filter(({ severity }) => severity === "info");
  return infos.length === 0
    ? []
    : [`      <system-out>${xml(infos.map((one) => `${placeOf(one)} ${one.message}`).join("\n"))}</system-out>`];
}
