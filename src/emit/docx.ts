/** x */
import type { Emit } from "./index.ts";
export const emitDocx: Emit = async () => ({});
