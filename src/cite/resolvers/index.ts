/** Every resolver, in the order in which they are tried; the first that finds something is believed. */

import type { Resolver } from "../resolver.ts";
import { arxiv } from "./arxiv.ts";
import { crossref } from "./crossref.ts";
import { datacite } from "./datacite.ts";
import { github } from "./github.ts";
import { openLibrary } from "./open-library.ts";
import { page } from "./page.ts";
import { pmc } from "./pmc.ts";
import { pubmed } from "./pubmed.ts";
import { rfcEditor } from "./rfc-editor.ts";

export const resolvers: readonly Resolver[] = [
  crossref,
  datacite,
  arxiv,
  pubmed,
  pmc,
  openLibrary,
  rfcEditor,
  github,
  page,
];
