import type { RuleText } from "../kit/rule-text";

/** Rules that only files with a mapping file are checked by. */
export const mappingRules = {
  NOT_A_NUMBER: {
    meaning: {
      it: "La cella non contiene un numero scritto come dice il file di mappatura.",
      en: "The cell holds no number written as the mapping file says.",
    },
    remedy: {
      it: "Scrivere il numero con i segni che il messaggio nomina, o lasciare vuota la cella.",
      en: "Write the number with the marks that the message names, or leave the cell empty.",
    },
  },
  UNKNOWN_WORD: {
    meaning: {
      it: "La cella contiene una parola di cui il file di mappatura non dice il significato.",
      en: "The cell holds a word of which the mapping file does not say what it means.",
    },
    remedy: {
      it: "Aggiungere la parola al file di mappatura, o correggere la cella.",
      en: "Add the word to the mapping file, or correct the cell.",
    },
  },
} as const satisfies Readonly<Record<string, RuleText>>;
