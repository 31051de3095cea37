/** The version of the program; the bundler fills it in. */
declare const DOSSIER_VERSION: string | undefined;

export const version = typeof DOSSIER_VERSION === "string" ? DOSSIER_VERSION : "0.0.0-dev";
