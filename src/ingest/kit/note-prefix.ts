/** The beginnings of notes below tables, in Italian and English: a source, a remark, a footnote mark. */
const note =
  /^(?:(?:font[ei]|not[ae]|avvertenz[ae]|legenda|n\.?b\.?|sources?|notes?|legend|licen[sz]a|licen[cs]e)\s*[:.]|fonte (?=istat|dati|comune|anagrafe)|elaborazion[ei] |source (?=istat|eurostat)|\(\*+\)|\*|\([a-z\d]\)\s|\*+ ?end of file)/i;

/**
 * The beginning of a note, if the only filled cell of a row is one; `null` otherwise.
 * @param filled the cells of a row that are not blank.
 */
export const notePrefix = (filled: readonly string[]): string | null =>
  filled.length === 1 ? (note.exec(filled[0]!.trim())?.[0].trim() ?? null) : null;
