/** The part of citeproc-js that we use; it comes without types. */
declare module "citeproc" {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Engine {
    opt: { development_extensions: Record<string, boolean> };
    updateItems(ids: readonly string[], withoutSorting?: boolean): void;
    makeBibliography(): [{ bibliography_errors: unknown[] }, string[]] | false;
  }
  const CSL: {
    debug: (message: string) => void;
    toLocaleLowerCase: (text: string) => string;
    Engine: new (system: System, style: string, language?: string, force?: boolean) => Engine;
  };
  export default CSL;
}
