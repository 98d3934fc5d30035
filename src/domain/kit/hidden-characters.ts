/**
 * Control characters, and those that turn the direction of the text around them: with them a name can look like another one.
 */
export const hiddenCharacters = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** In one line of text. */
export const hasHiddenInLine = (text: string): boolean => hiddenCharacters.test(text);

/** In a text of several lines: tabs and line breaks belong to it. */
export const hasHiddenCharacters = (text: string): boolean =>
  hiddenCharacters.test(text.replace(/[\t\n\r]/g, ""));
