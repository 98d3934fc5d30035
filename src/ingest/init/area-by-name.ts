import { isText } from "./choose-columns";
import { filledOf } from "./column-type";
import type { Column, KnownAreas } from "./profile-columns";
import type { Sample } from "./sample-file";

/** A column whose cells are names of areas of one level. */
export interface NamedAreas {
  readonly column: Column;
  readonly level: KnownAreas[number]["level"];
  /** For each word of the file the code of the area with this name. */
  readonly codes: ReadonlyMap<string, string>;
  /** Words that no area is named. */
  readonly others: readonly string[];
}

/** Most of the words must be names: the others are for a person to look at. */
const leastShare = 0.6;
const finest = ["NEIGHBOURHOOD", "DISTRICT", "CITY"];

/** The column that names most areas, the smallest areas first; `null` if none does. */
export function areasByName(
  { rows }: Pick<Sample, "rows">,
  columns: readonly Column[],
  areas: KnownAreas,
): NamedAreas | null {
  const found = columns.filter(isText).flatMap((column) => {
    const words = [...new Set(filledOf(rows.map((row) => row[column.name] ?? "")))];
    return finest.flatMap(
      (level) =>
        matchesOf(
          column,
          words,
          areas.filter((area) => area.level === level),
        ) ?? [],
    );
  });
  return (
    found.sort(
      (a, b) => finest.indexOf(a.level) - finest.indexOf(b.level) || b.codes.size - a.codes.size,
    )[0] ?? null
  );
}

function matchesOf(column: Column, words: readonly string[], areas: KnownAreas): NamedAreas | null {
  const byName = new Map<string, string[]>();
  for (const { name, code } of areas) byName.set(plain(name), [...(byName.get(plain(name)) ?? []), code]);
  // Two areas with one name: a person must say which.
  const codes = new Map(
    words.flatMap((word) => {
      const named = byName.get(plain(word)) ?? [];
      return named.length === 1 ? [[word, named[0]!] as const] : [];
    }),
  );
  const others = words.filter((word) => !codes.has(word));
  return codes.size > 0 && codes.size >= leastShare * words.length
    ? { column, level: areas[0]!.level, codes, others }
    : null;
}

/** Letters and digits only, without accents: `Q.RE GALLARATESE - S. LEONARDO` is `Q.re Gallaratese-S. Leonardo`. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
