/** A text as unambiguous YAML. */
export const quoted = (text: string): string => JSON.stringify(text);

/** For a person to fill in: the validation names it until then. */
export const unknown = (why: string): string => `null # ${why}`;

export const columnValue = (name: string, ...options: readonly string[]): string =>
  `{ ${[`column: ${quoted(name)}`, ...options].join(", ")} }`;

/** The lines about something, if it was found. */
export const linesOf = <T>(
  found: T | undefined,
  lines: (found: T) => readonly string[],
): readonly string[] => (found === undefined ? [] : lines(found));

export const indented = (lines: readonly string[], by = 2): string[] =>
  lines.map((line) => `${" ".repeat(by)}${line}`);

/** A section, unless it is empty. */
export const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines];

/** A list item of several lines. */
export const item = ([first = "", ...rest]: readonly string[]): string[] => [`- ${first}`, ...indented(rest)];
