/** The words with which tables mark the row of their sum, in Italian and English. */
const totals =
  /^(?:in )?(?:tot\.?|totale|totali|total|totals|complesso|grand total|somma|sum)(?:\s+(?:generale|complessivo|comune|citt[aà]))?[\s:.]*[\d.,']*$/i;

/** Whether a cell says that its row is the sum of others. */
export const isTotalsWord = (text: string): boolean => totals.test(text.trim());
