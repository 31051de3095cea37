/** Of mathjs only what reads formulas, so that the page carries no more. */
export { create, parseDependencies } from "mathjs/number";
