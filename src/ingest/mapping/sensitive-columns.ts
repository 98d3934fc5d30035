import { indicatorsOf, type Mapping } from "./mapping.schema";
import { columnsOfTemplate } from "./read-value";

/** Codes of the indicators of a file whose cells no text may quote: sensitive ones, and the numerators of sensitive ratios. */
export function sensitiveCodes(mapping: Pick<Mapping, "borrowed" | "indicators">): ReadonlySet<string> {
  const sensitive = indicatorsOf(mapping).filter((each) => each.sensitive === true);
  return new Set(sensitive.flatMap(({ code, numeratorCode }) => [code, numeratorCode ?? []].flat()));
}

/** Columns with the numbers of such indicators. */
export function sensitiveColumns(
  mapping: Pick<Mapping, "borrowed" | "indicators" | "records">,
): ReadonlySet<string> {
  const { records } = mapping;
  const codes = sensitiveCodes(mapping);
  const values = records.flatMap((record) => (record.type === "observation" ? record.values : []));
  return new Set(
    values
      .filter(({ indicator }) =>
        [indicator.constant, ...Object.values(indicator.map ?? {})].some((code) => code && codes.has(code)),
      )
      .flatMap(({ value, numerator }) =>
        [value.column, numerator?.column].flat().filter((name) => name !== undefined),
      ),
  );
}

/** Columns that the notes of a value mention. */
export const columnsOfNotes = ({
  beside,
  note,
}: {
  readonly beside: readonly unknown[];
  readonly note?: unknown;
}): string[] =>
  [...beside, note ?? {}].flatMap((spec) => {
    const { column, ...texts } = spec as Readonly<Record<string, unknown>>;
    const named = [column].flat().filter((name): name is string => typeof name === "string");
    const inTexts = [texts.template, texts.it, texts.en].filter(
      (text): text is string => typeof text === "string",
    );
    return [...named, ...inTexts.flatMap(columnsOfTemplate)];
  });
