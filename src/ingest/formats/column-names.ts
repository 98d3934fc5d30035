/** A required column, found under another name. */
interface OtherName {
  readonly name: string;
  readonly found: string;
  /** The source declares this other name; else they differ only in case, accents, blanks and marks. */
  readonly declared: boolean;
}

export interface ColumnNames {
  /** For each column of the file, its name in rows. */
  readonly names: readonly string[];
  readonly others: readonly OtherName[];
  /** Required and absent. */
  readonly missing: readonly string[];
  /** Required, and there more than once: it is unclear which one counts. */
  readonly twice: readonly string[];
}

/**
 * Finds the required columns among those of a file: by their name, by an alias of the source, or by a name that differs
 * only in case, accents, blanks and marks.
 */
export function matchColumns(
  found: readonly string[],
  asked: readonly string[],
  aliases: Readonly<Record<string, readonly string[]>> = {},
): ColumnNames {
  const names = [...found];
  const others: OtherName[] = [];
  const [missing, twice]: [string[], string[]] = [[], []];
  const taken = new Set<number>();
  const exact = new Set(asked.filter((name) => found.includes(name)));
  for (const name of asked) {
    const known = [name, ...(Object.hasOwn(aliases, name) ? aliases[name]! : [])];
    const folded = new Set(known.map(fold));
    const free = [...found.keys()].filter(
      (i) => !taken.has(i) && (found[i] === name || !exact.has(found[i]!)),
    );
    const places = [
      free.filter((i) => found[i] === name),
      free.filter((i) => known.includes(found[i]!)),
      free.filter((i) => folded.has(fold(found[i]!))),
    ].find((some) => some.length > 0);
    if (places === undefined) missing.push(name);
    else if (places.length > 1) twice.push(name);
    else {
      const [place] = places as [number];
      names[place] = name;
      taken.add(place);
      if (found[place] !== name)
        others.push({ name, found: found[place]!, declared: known.includes(found[place]!) });
    }
  }
  return { names, others, missing, twice };
}

/** `65 e +` is not `65 e`: these two marks have a meaning. */
const fold = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+%]/gu, "");
