/** Words as a code: "Via Sant’Arnaldo 17" is `via-sant-arnaldo-17`. For files that have no numbers of their own. */
export const keyOf = (words: string): string =>
  (
    words
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join("-");
