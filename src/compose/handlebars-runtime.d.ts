/** Handlebars without its compiler: what a template compiled beforehand needs. */
declare module "handlebars/runtime.js" {
  import Handlebars from "handlebars";

  const runtime: Omit<typeof Handlebars, "compile" | "parse" | "precompile">;
  export default runtime;
}
