import { type BothLanguages, inBothLanguages, type ValuesOf } from "../../domain/kit/messages/both-languages";
import { runs as en } from "../../domain/kit/messages/en/runs";
import { runs as it } from "../../domain/kit/messages/it/runs";

type Notes = typeof en;

/** A note of an import run from the catalogue, filled in with its values. */
export const runNote = <Name extends keyof Notes>(
  name: Name,
  ...values: ValuesOf<Notes[Name]>
): BothLanguages => inBothLanguages(en[name], it[name], ...values);
