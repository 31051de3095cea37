/** A page that follows its files: builds it again and says which of its sections are others now, then what lint finds. */
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Host } from "../core/host.ts";
import type { PageSection } from "../emit/html.ts";
import { check } from "./check.ts";
import { prepare } from "./prepare.ts";

export interface PreviewOptions {
  readonly profile?: string;
  /** The path that the page is asked for at, for its live connection. */
  readonly events: string;
}

/** What changed since the last build. */
export type Change =
  | { readonly kind: "none" }
  /** Some sections have other words; the order is the same. */
  | { readonly kind: "sections"; readonly sections: readonly PageSection[] }
  /** More than words: the page is to be loaded again. */
  | { readonly kind: "page" };

export class Preview {
  #sections: readonly PageSection[] = [];
  #frame = "";
  #page: (() => string) | undefined;

  constructor(
    readonly host: Host,
    readonly options: PreviewOptions,
  ) {}

  /** The page as it was built last, which tells its program how many changes it holds; nothing when `dossier.yaml` can't be read. */
  html(changes = 0): string | undefined {
    return this.#page?.().replace("<html ", `<html data-changes="${changes}" `);
  }

  /** Builds the words without asking the rules: they come after, when a reader sees the words already. */
  async build(): Promise<{ change: Change; diagnostics: readonly Diagnostic[] }> {
    const { host } = this;
    const { report, dossier, diagnostics } = await prepare(host, [], { draft: true, formats: [] });
    if (!report || !dossier) return { change: { kind: "none" }, diagnostics };
    const [{ toPage, toSections }, { partsOf }, { meansOf }] = await Promise.all([
      import("../emit/html.ts"),
      import("../emit/html/parts.ts"),
      import("./artefacts.ts"),
    ]);
    const means = meansOf(dossier, host);
    const parts = partsOf(means, "screen");
    const script = means.template("live.js");
    const live = {
      script: `${script ? new TextDecoder().decode(script) : ""}\ndossierLive(${JSON.stringify(this.options.events)});`,
      connect: "'self'",
    };
    const sections = await toSections(report, false, host.cache);
    const frame = toPage(report, { ...parts, live }, []);
    const change = changeOf({ frame: this.#frame, sections: this.#sections }, { frame, sections });
    let page: string | undefined;
    this.#page = () => (page ??= toPage(report, { ...parts, live }, sections));
    this.#sections = sections;
    this.#frame = frame;
    return { change, diagnostics };
  }

  /** Everything that lint finds. */
  async lint(): Promise<readonly Diagnostic[]> {
    const { rules } = await import("../lint/rules/index.ts");
    const { profile } = this.options;
    return (await check(this.host, rules, profile ? { profile } : {})).diagnostics;
  }
}

interface State {
  readonly frame: string;
  readonly sections: readonly PageSection[];
}

export function changeOf(before: State, now: State): Change {
  const sameOrder =
    before.sections.length === now.sections.length &&
    before.sections.every(({ id }, at) => id === now.sections[at]?.id);
  if (!sameOrder || before.frame !== now.frame) return { kind: "page" };
  const sections = now.sections.filter(({ html }, at) => html !== before.sections[at]?.html);
  return sections.length === 0 ? { kind: "none" } : { kind: "sections", sections };
}
