/** Where the workspace stands, from the project's root. */
export const workspace = "research";
