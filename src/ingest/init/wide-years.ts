import type { Sample } from "./sample-file";

/** What `file.unpivot` needs for a table with a column for each year. */
export interface WideYears {
  readonly columns: string;
  readonly name: string;
  readonly value: string;
}

const year = /^(?:19|20)\d{2}$/;

/** The sample with a row for each year; `null` unless several columns are named by years. */
export function wideYears(sample: Sample): { readonly sample: Sample; readonly unpivot: WideYears } | null {
  const years = sample.columns.filter((name) => year.test(name.trim()));
  if (years.length < 2) return null;
  const rest = sample.columns.filter((name) => !years.includes(name));
  const free = (name: string): string => (rest.includes(name) ? free(`${name}_`) : name);
  const unpivot = { columns: "(?:19|20)[0-9]{2}", name: free("anno"), value: free("valore") };
  const rows = sample.rows.flatMap((row) =>
    years.map((name) => ({
      ...Object.fromEntries(rest.map((column) => [column, row[column] ?? ""])),
      [unpivot.name]: name.trim(),
      [unpivot.value]: row[name] ?? "",
    })),
  );
  return { sample: { ...sample, columns: [...rest, unpivot.name, unpivot.value], rows }, unpivot };
}
