/** The words with which tables mark a row that sums others, in Italian and English: alone, or with a number or a footnote mark. */
const alone =
  /^(?:in )?(?:tot\.?|totals?|grand total|complesso|complessiv[oaie]|somma|sum|media|average|mean)[\s:.*)]*[\d.,']*$/i;
/** With what is summed: "Totale Milano", "Sub-totale Municipio 1", "Total of the city". */
const before = /^(?:sub[- ]?total[ei]?|total[ei]|total (?:of|for|all|city|general|population))\b/i;
/** "Milano - Totale", "Milano (totale)". */
const after = /[-\u2013:(]\s*(?:sub[- ]?)?total[ei]?\s*[)*]*$/i;

/** Whether a cell says that its row is the sum or the mean of others. */
export const isTotalsWord = (text: string): boolean =>
  [alone, before, after].some((form) => form.test(text.trim()));

/** A word in more rows than this share is a category of its own, as "total" of a sex. */
const mostShare = 0.1;

/** Whether so few rows of a table have a totals word in one column that they are the sums of the others. */
export const areFew = (withWord: number, rows: number): boolean =>
  withWord > 0 && withWord <= Math.max(1, rows * mostShare);
