/** Words without meaning for a search: Italian articles and prepositions, elided ones too, and English ones. */
const stopWords: ReadonlySet<string> = new Set(
  [
    "a ad agli ai al all alla alle allo coi col con d da dagli dai dal dall dalla dalle dallo degli dei del dell della",
    "delle dello di e ed gli i il in l la le lo negli nei nel nell nella nelle nello o per quell sugli sui sul sull",
    "sulla sulle sullo tra fra un una uno",
    "che come con dove quali quanta quante quanti quanto sono",
    "an and are at by for from how in is many of on or s that the there to what where which with",
  ].flatMap((line) => line.split(" ")),
);

export const isStopWord = (folded: string): boolean => stopWords.has(folded);
