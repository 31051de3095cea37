/** The templates that come with the program, compiled: by the digest of their text. Empty here; the bundler fills it in. */
export const houseTemplates: ReadonlyMap<string, TemplateSpecification> = new Map();
