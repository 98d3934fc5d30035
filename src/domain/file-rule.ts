import { type RuleText, rule } from "./rule-text";

/** Rules about files and how their rows are written, whatever the rows say. */
export const fileRules = {
  CELL_COUNT: rule(
    "La riga ha più o meno celle dell'intestazione.",
    "The row has more or fewer cells than the header.",
    "Aggiungere o togliere separatori, o mettere tra virgolette un testo che ne contiene.",
    "Add or remove separators, or put a text that holds one in quotation marks.",
  ),
  CUT_FILE: rule(
    "Il file finisce senza un a capo o a metà di una riga: forse è stato tagliato.",
    "The file ends without a line break or within a row: it may have been cut.",
    "Scaricare di nuovo il file.",
    "Download the file again.",
  ),
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
  QUOTE_NOT_CLOSED: rule(
    "Una virgoletta si apre e non si chiude.",
    "A quotation mark opens and never closes.",
    "Chiuderla, o raddoppiarla se fa parte del testo.",
    "Close it, or double it if it is part of the text.",
  ),
  ROW_TOO_LONG: rule(
    "La riga ha più di 1 MB: probabilmente mancano gli a capo.",
    "The line has more than 1 MB: line breaks are probably missing.",
    "Controllare gli a capo del file.",
    "Check the line breaks of the file.",
  ),
  SOURCE_UNREADABLE: rule(
    "Il file intero non si può leggere: resta ciò che un'importazione precedente ha portato.",
    "The whole file cannot be read: what an earlier import brought stays.",
    "Correggere il file come dice il messaggio e importarlo di nuovo.",
    "Correct the file as the message says and import it again.",
  ),
} as const satisfies Readonly<Record<string, RuleText>>;
