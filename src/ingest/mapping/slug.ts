/** “Via Sant’Arnaldo, 17” is `via-sant-arnaldo-17`. */
export const slugOf = (text: string): string =>
  (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join("-");
