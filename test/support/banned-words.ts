/** Banned words, each with its replacement in the comment. The body of an HTTP request, the element of HTML and health houses are allowed. */
const banned: readonly RegExp[] = [
  /\b(tells?|telling|told)\b/i, // reports, says, shows, warns
  /\banew\b/i, // again; rebuilt
  /\bmend(s|ed|ing)?\b/i, // fix, correct
  /\bmade[- ]up\b/i, // synthetic
  /\b(withh[eo]ld|h[eo]lds?[- ]back)\b/i, // suppressed
  /(?<!request |<|<\/)\bbod(y|ies)\b(?! limit)/i, // organisation
  /(?<!health |-)\bhouses?\b/i, // neighbourhood centre (Casa di Quartiere)
  /\bfor ever\b/i, // permanently, with no expiry
  /\b(of|for|to|by|from) whom\b/i, // two sentences
  /, of which\b/i, // two sentences
  /\brefused by name\b/i, // rejected with an error that names it
  /\b(has|have) not(?=[,.;:)])/i, // does not have
  /\bwho (asks|corrects)\b/i, // the caller, the editor
  /\btak(en?|es|ing) over\b/i, // imported
  /\bwhere (is )?nobody\b/i, // combinations without a named partner
  /\btenths?\b/i, // decile
  /\bwhether it works\b/i, // operational status
  /\bturned round\b/i, // reversed
  /\b(is|are|was|were|stays?) in force\b/i, // current
];

export const isBanned = (text: string): boolean => banned.some((word) => word.test(text));
