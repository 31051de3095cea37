/** A report in sections, each with its marks. */
import { describe, expect, it } from "vitest";
import { Marks } from "../../src/compose/marks.ts";
import { sectionsOf } from "../../src/emit/sections.ts";

function composed() {
  const marks = new Marks();
  const heading = (level: number, id: string) =>
    `${"#".repeat(level)} ${marks.add({ type: "heading", level, title: id, id })}${id}`;
  const cite = () => marks.add({ type: "cite", narrative: false, items: [{ key: "a", facts: [] }] });
  const text = `# T\n\nOpening ${cite()}.\n\n${heading(2, "one")}\n\nWords ${cite()}.\n\n${heading(3, "two")}\n\nMore ${cite()} and ${cite()}.\n`;
  return { text, marks, title: "T" };
}

describe("sectionsOf", () => {
  it("splits at headings, each section with its own marks counted from 0", () => {
    const sections = sectionsOf(composed());
    expect(sections.map(({ id, level, marks }) => [id, level, marks.map(({ type }) => type)])).toEqual([
      [undefined, 1, ["cite"]],
      ["one", 2, ["heading", "cite"]],
      ["two", 3, ["heading", "cite", "cite"]],
    ]);
    expect(sections[2]?.text).toBe("### \uE0000\uE001two\n\nMore \uE0001\uE001 and \uE0002\uE001.\n");
  });

  it("gives a section the same text when another one changes", () => {
    const before = composed();
    const marks = new Marks();
    marks.add({ type: "anchor", id: "new" });
    const shifted = before.text.replace(/\uE000(\d+)\uE001/g, (_, index: string) =>
      marks.add(before.marks.get(Number(index))),
    );
    const after = sectionsOf({ ...before, marks, text: shifted.replace("Opening", "Another opening") });
    expect(after.slice(1).map(({ text }) => text)).toEqual(
      sectionsOf(before)
        .slice(1)
        .map(({ text }) => text),
    );
  });

  it("lets no character reference become a mark", () => {
    const { marks, title } = composed();
    for (const forged of ["&#xE000;0&#xE001;", "&#57344;0&#57345;", "&#x0e000;0&#X0E001;"])
      expect(sectionsOf({ text: `x ${forged}`, marks, title })[0]?.text).toBe("x \uFFFD0\uFFFD");
  });
});
