/** The house style of the DOCX; a reference document in the project's templates takes its place. */
import { AlignmentType, type IStylesOptions, LevelFormat, LineRuleType } from "docx";

const ink = "1F2933";
const muted = "52606D";
const accent = "1F5680";
export const look = { ink, muted, accent, rule: "D9E2EC", tint: "F2F5F8", panel: "E3EDF7", mono: "Consolas" } as const;

/** Fonts that come with Word, and that LibreOffice has stand-ins of the same widths for. */
const serif = "Cambria";
const sans = "Calibri";

const heading = (size: number, before: number, after: number) => ({
  run: { font: sans, bold: true, size, color: ink },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after, line: 260, lineRule: LineRuleType.AUTO } },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: serif, size: 21, color: ink },
      paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: sans, bold: true, size: 64, color: ink },
      paragraph: { spacing: { before: 2800, after: 200, line: 250, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(36, 480, 200),
    heading2: heading(27, 400, 140),
    heading3: heading(23, 320, 110),
    hyperlink: { run: { color: accent, underline: {} } },
    footnoteText: { run: { size: 17 } },
  },
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { italics: true, size: 27, color: muted },
    },
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { font: sans, size: 18, color: muted },
      paragraph: { keepLines: true, spacing: { before: 60, after: 220 } },
    },
    {
      id: "Code",
      name: "Code",
      basedOn: "Normal",
      quickFormat: true,
      run: { font: look.mono, size: 15 },
      paragraph: { spacing: { before: 60, after: 200, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "Cell",
      name: "Table Text",
      basedOn: "Normal",
      run: { font: sans, size: 17 },
      paragraph: { spacing: { before: 20, after: 20, line: 244, lineRule: LineRuleType.AUTO } },
    },
    { id: "CellNarrow", name: "Table Text Narrow", basedOn: "Cell", run: { size: 14 } },
    {
      id: "Panel",
      name: "Panel",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { indent: { left: 200, right: 200 }, keepLines: true, spacing: { before: 120, after: 200 } },
    },
    {
      id: "Reference",
      name: "Bibliography",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 18 },
      paragraph: {
        indent: { left: 567, hanging: 567 },
        spacing: { after: 80, line: 260, lineRule: LineRuleType.AUTO },
      },
    },
  ],
};

export const bullets = "bullets";
export const numbers = "numbers";

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
  [0, 1, 2, 3].map((level) => ({
    level,
    format,
    text: text(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 300 } } },
  }));

export const numbering = {
  config: [
    { reference: bullets, levels: levels(LevelFormat.BULLET, (level) => ["•", "–", "▪", "·"][level] as string) },
    { reference: numbers, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ],
};
