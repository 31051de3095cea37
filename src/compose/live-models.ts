/** The executable models as plain data, for a page that computes them again with other inputs. */
import type { Calculation } from "../model/calculation.ts";
import type { Dossier } from "../model/dossier.ts";
import type { System } from "../model/system.ts";

export interface LiveModels {
  readonly system?: System;
  readonly models: readonly { readonly id: string; readonly data: Calculation }[];
}

export function liveModelsOf({ system, models }: Dossier): LiveModels {
  return {
    ...(system ? { system: system.data } : {}),
    models: [...models.values()].map(({ id, data }) => ({ id, data })),
  };
}
