/** File names and places as a person reads them: a name may hold anything but a slash, and stands on one line. */
import type { Location } from "../core/diagnostic.ts";
import { harmless } from "./paint.ts";

export const onOneLine = (text: string): string => harmless(text.replace(/[\r\n\u2028\u2029]+/g, " "));

/** `file:line:column`, as terminals and editors take it. */
export const placeOf = ({ file, line, column }: Pick<Location, "file" | "line" | "column">): string =>
  `${onOneLine(file)}:${line}:${column}`;
