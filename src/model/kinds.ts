/** The kinds of objects: which file holds one; schemas.ts has the schema of each. */

export interface Kind {
  readonly name: string;
  /** Path below `research/`; the group `id` is the object's id, `area` the area it belongs to. */
  readonly path: RegExp;
  /** `markdown` files have front matter and a body. */
  readonly form: "yaml" | "markdown";
}

const single = (name: string): Kind => ({
  name,
  path: new RegExp(`^(?<id>${name})\\.yaml$`),
  form: "yaml",
});

const many = (name: string, form: Kind["form"], path: RegExp): Kind => ({
  name,
  path,
  form,
});

/** The first line of a YAML file, by its path below `research/`: it tells editors the schema. Nothing for other files. */
export function schemaLine(path: string): string | undefined {
  const kind = kinds.find((one) => one.form === "yaml" && one.path.test(path));
  return (
    kind && `# yaml-language-server: $schema=${"../".repeat(path.split("/").length - 1)}schemas/${kind.name}.json\n`
  );
}

export const kinds: readonly Kind[] = [
  single("dossier"),
  single("system"),
  single("method"),
  single("roadmap"),
  single("matrix"),
  single("risks"),
  single("assumptions"),
  single("conflicts"),
  single("crosswalk"),
  single("glossary"),
  many("ledger", "yaml", /^(?<id>evidence)\.lock\.yaml$/),
  many("section", "markdown", /^sections\/(?<id>[^/]+)\.md$/),
  many("source", "yaml", /^sources\/(?<id>[^/]+)\.yaml$/),
  many("area", "markdown", /^areas\/(?<id>[^/]+)\/area\.md$/),
  many("case", "markdown", /^areas\/(?<area>[^/]+)\/cases\/(?<id>[^/]+)\.md$/),
  many("finding", "markdown", /^areas\/(?<area>[^/]+)\/(?<id>(?!area\.md$)[^/]+)\.md$/),
  many("recommendation", "markdown", /^recommendations\/(?<id>[^/]+)\.md$/),
  many("model", "yaml", /^models\/(?<id>[^/]+)\.yaml$/),
  many("snippet", "yaml", /^snippets\/(?<id>[^/]+)\.yaml$/),
];
