import { HubError } from "../../domain/kit/errors";

/** How the text of a parameter becomes a value of a filter; `undefined` for a text that it cannot be. */
export interface Filter {
  readonly read: (text: string) => unknown;
  /** In words, for the message about another text. */
  readonly expected: string;
  /** Whether the parameter may be given several times, which means the same as commas. */
  readonly isList?: true;
}

export type Filters = Readonly<Record<string, Filter>>;

export const anyText: Filter = { read: (text) => text, expected: "a code" };

export const oneOf = (words: readonly string[]): Filter => ({
  read: (text) => words.find((word) => word === text.toUpperCase()),
  expected: words.join(", "),
});

/** Several values, with commas between them. */
export const severalOf = (each: Filter): Filter => ({
  read(text) {
    const values = text.split(",").map((part) => each.read(part.trim()));
    return values.includes(undefined) ? undefined : values;
  },
  expected: `one or more of: ${each.expected}; with commas between them`,
  isList: true,
});

export const trueOrFalse: Filter = {
  read: (text) => ({ true: true, false: false })[text.toLowerCase()],
  expected: "true or false",
};

export const wholeNumber: Filter = {
  read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  expected: "a whole number",
};

/**
 * The filter that parameters of an address state. An empty parameter counts as absent: dashboards send their unset variables so. Its name is
 * checked all the same, because a misspelt one must not silently mean everything.
 * @param parameters with every text that was given for each.
 * @returns an empty object if there is no condition.
 * @throws HubError BAD_USER_INPUT for a parameter that the set does not have, for a single value that is given twice, and for a value of
 * another form.
 */
export function filterOf(
  filters: Filters,
  parameters: ReadonlyMap<string, readonly string[]>,
): Record<string, unknown> {
  return Object.fromEntries(
    [...parameters].flatMap(([name, texts]) => {
      const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
      if (filter === undefined)
        throw new HubError(
          "BAD_USER_INPUT",
          "exportFilter",
          { name, filters: Object.keys(filters).join(", ") },
          { where: name },
        );
      const given = texts.filter((text) => text.trim() !== "");
      if (given.length === 0) return [];
      const value = given.length === 1 || filter.isList ? filter.read(given.join(",")) : undefined;
      if (value === undefined)
        throw new HubError(
          "BAD_USER_INPUT",
          "exportFilterValue",
          { name, value: given.join(", "), expected: filter.expected },
          { where: name },
        );
      return [[name, value]];
    }),
  );
}
