import { type RuleText, rule } from "../kit/rule-text";

/** Rules on how a file is written, whatever it says. */
export const fileRules = {
  NOT_UTF8: rule(
    "La riga ha byte che non sono UTF-8: sono danneggiati.",
    "The row has bytes that are not UTF-8: they were damaged.",
    "Scaricare di nuovo il file, o salvarlo come UTF-8.",
    "Download the file again, or save it as UTF-8.",
  ),
  OTHER_COLUMN_NAME: rule(
    "Una colonna ha un altro nome di quello atteso, ma è riconoscibile.",
    "A column has another name than expected, but can be recognised.",
    "Riprendere il nome di prima, o aggiungere quello nuovo alla dichiarazione della fonte.",
    "Go back to the name of before, or add the new one to the declaration of the source.",
  ),
  OTHER_ENCODING: rule(
    "Il file non è nella codifica dichiarata: è stato letto in un'altra.",
    "The file is not in the declared encoding: it was read in another.",
    "Controllare le lettere accentate, o salvare il file come UTF-8.",
    "Look at the letters with accents, or save the file as UTF-8.",
  ),
  OTHER_SEPARATOR: rule(
    "Le colonne sono separate da un altro segno di quello atteso.",
    "The columns are separated by another mark than expected.",
    "Salvare il file con il separatore di prima, o cambiare la dichiarazione della fonte.",
    "Save the file with the separator of before, or change the declaration of the source.",
  ),
  PROBLEMS_NOT_LISTED: rule(
    "Il file ha più problemi di quanti se ne elencano: gli altri sono contati per regola.",
    "The file has more problems than are listed: the others are counted by rule.",
    "Correggere quelli elencati, o la struttura del file, e importarlo di nuovo.",
    "Mend those that are listed, or the layout of the file, and import it again.",
  ),
  ROW_TOO_LONG: rule(
    "La riga ha più di 1 MB: probabilmente mancano gli a capo.",
    "The line has more than 1 MB: line breaks are probably missing.",
    "Controllare gli a capo del file.",
    "Check the line breaks of the file.",
  ),
} as const satisfies Readonly<Record<string, RuleText>>;
