/** x */
import type { Emit } from "./index.ts";
export const emitPdf: Emit = async () => ({});
