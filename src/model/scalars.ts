/**
 * The scalar types of the format. YAML is read as text (failsafe schema), so a number is text that looks like one:
 * what a person wrote is kept until a schema says what it is.
 */
import * as z from "zod/mini";

/** What a schema node means beyond its type. */
export interface FieldMeta {
  /** Markdown that may hold citations and directives; it is read as prose. */
  readonly markdown?: boolean;
  /** The field is the dossier's own choice (an effort, a target): its figures need no source. */
  readonly ours?: boolean;
  /** The value names another object of this kind. */
  readonly ref?: string;
}

export const fieldMeta = z.registry<FieldMeta>();

/** Non-empty text on one or more lines. */
export const text = () => z.string().check(z.minLength(1));

/** Non-empty Markdown. */
export const markdown = (meta: FieldMeta = {}) => text().register(fieldMeta, { ...meta, markdown: true });

/** A stable name: lower-case words of letters and digits joined by `-` or `_`. */
export const slug = () => z.string().check(z.regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, "slug"));

/** The id of another object. */
export const ref = (kind: string) => text().register(fieldMeta, { ref: kind });

export const number = () =>
  z.pipe(z.string().check(z.regex(/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/, "number")), z.transform(Number));

export const integer = () => z.pipe(z.string().check(z.regex(/^\d+$/, "integer")), z.transform(Number));

export const boolean = () =>
  z.pipe(
    z.enum(["true", "false"]),
    z.transform((value) => value === "true"),
  );

const isoDay = /(\d{4})-(\d\d)-(\d\d)/g;

/** The days that a text names are days of the calendar: 2026-02-30 is none. */
const onCalendar = () =>
  z.refine<string>(
    (text) =>
      [...text.matchAll(isoDay)].every(
        ([, year, month, day]) => Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate(),
      ),
    "a day that is in the calendar",
  );

/** Text of this form; a text of another is asked nothing more. */
const dated = (pattern: RegExp, error: string) =>
  z.string().check(z.regex(pattern, { error, abort: true }), onCalendar());

/** A calendar date, `YYYY-MM-DD`. */
export const date = () => dated(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "date");

/** A date that may leave out day and month, `YYYY[-MM[-DD]]`. */
export const partialDate = () => dated(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, "partial date");

const day = "\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?|-2[1-4])?[?~]?";

/** A date in EDTF: `YYYY[-MM[-DD]]`, a season (`2026-21` is spring), uncertain (`?`, `~`), or a range of two. */
export const edtf = () =>
  dated(
    new RegExp(`^${day}(?:/(?:${day}|\\.\\.)?)?$`),
    "a date YYYY, YYYY-MM or YYYY-MM-DD, a season such as 2026-21, or two of them joined by /",
  );

/** An absolute http or https address. */
export const webAddress = () => z.string().check(z.regex(/^https?:\/\/[^\s<>"]+$/, "web address"));

/** A list with at least `least` entries. */
export const listOf = <T extends z.ZodMiniType>(item: T, least = 0) => z.array(item).check(z.minLength(least));
