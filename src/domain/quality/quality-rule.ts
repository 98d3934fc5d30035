import { type RuleText, rule } from "../kit/rule-text";
import { fileRules } from "./file-rules";
import { mappingRules } from "./mapping-rules";

/** ERROR: could not be taken over. WARNING: taken over as it stands, but looks wrong. NOTICE: good to know. */
export const severities = ["ERROR", "WARNING", "NOTICE"] as const;
export type Severity = (typeof severities)[number];

/** Every rule that an import checks, in words for the people who keep the files. */
export const qualityRules = {
  ...fileRules,
  ...mappingRules,
  AREA_MISMATCH: rule(
    "L'area dichiarata non è quella in cui si trova il punto, o il nome e la colonna dicono aree diverse.",
    "The declared area is not the one that the point lies in, or name and column say different areas.",
    "Correggere il punto, la colonna o il nome.",
    "Correct the point, the column or the name.",
  ),
  AREA_NAME_DOUBTFUL: rule(
    "Il nome è di una divisione più vecchia, e quale area di oggi sia non è certo: i numeri sono solo nei totali.",
    "The name is of an older division, and which area of today it is is not certain: the numbers are in totals only.",
    "Aggiungere alla fonte il numero dell'area, o dire quale area il nome indica.",
    "Add the number of the area at its source, or say which area the name means.",
  ),
  CELL_COUNT: rule(
    "La riga ha più o meno celle dell'intestazione.",
    "The row has more or fewer cells than the header.",
    "Aggiungere o togliere separatori, o mettere tra virgolette un testo che ne contiene.",
    "Add or remove separators, or put a text that holds one in quotation marks.",
  ),
  COLUMNS_REPEATED: rule(
    "Due colonne sono uguali in tutte le righe: una è probabilmente una copia.",
    "Two columns are the same in every row: one of them is probably a copy.",
    "Chiedere all'ente che pubblica quale delle due è giusta.",
    "Ask the publisher which of the two is right.",
  ),
  COORDINATES_DISAGREE: rule(
    "Lo stesso luogo è scritto due volte con coordinate diverse.",
    "The same place is written twice with different coordinates.",
    "Correggere una delle due coppie di coordinate.",
    "Correct one of the two pairs of coordinates.",
  ),
  CUT_FILE: rule(
    "Il file finisce senza un a capo o a metà di una riga: forse è stato tagliato.",
    "The file ends without a line break or within a row: it may have been cut.",
    "Scaricare di nuovo il file.",
    "Download the file again.",
  ),
  DUPLICATE: rule(
    "Due righe dicono la stessa cosa: vale la prima.",
    "Two rows give the same thing: the first counts.",
    "Togliere una delle due righe.",
    "Remove one of the two rows.",
  ),
  EMPTY_CELL: rule(
    "La cella è vuota o dice che il dato non c'è: il valore manca, non è zero.",
    "The cell is empty or says that there is no data: the value is missing, it is not zero.",
    "Scrivere il valore alla fonte, se è noto.",
    "Write the value at its source, if it is known.",
  ),
  HOURS_NOT_UNDERSTOOD: rule(
    "Parole sugli orari o sulle chiusure che nessuno può leggere con certezza: la risposta è sconosciuta.",
    "Words about hours or closures that nobody can read with certainty: they are answered as unknown.",
    "Scrivere giorni, ore e date per intero, per esempio: Lun 9:00-12:00, dal 1 al 31 agosto.",
    "Write days, times and dates in full, for example: Lun 9:00-12:00, dal 1 al 31 agosto.",
  ),
  HOURS_WHILE_CLOSED: rule(
    "Gli orari valgono solo in giorni in cui la stessa fonte dice che il luogo è chiuso: vale la chiusura.",
    "Hours hold only on days on which the same source says that the place is closed: the closure counts.",
    "Correggere gli orari o il periodo di chiusura.",
    "Correct the hours or the period of closure.",
  ),
  INVALID_RECORD: rule(
    "Ciò che la riga dice non può essere vero nel suo insieme.",
    "What the row says cannot be true as a whole.",
    "Correggere i campi che il messaggio nomina.",
    "Correct the fields that the message names.",
  ),
  NOT_A_CODE: rule(
    "Manca la chiave della riga, o non è del tipo atteso.",
    "The key of the row is missing, or not of the expected form.",
    "Scrivere il numero e il nome che identificano la riga.",
    "Write the number and the name that identify the row.",
  ),
  NOT_A_COORDINATE: rule(
    "Le coordinate non sono gradi decimali.",
    "The coordinates are no decimal degrees.",
    "Scrivere longitudine e latitudine in gradi decimali, con il punto.",
    "Write longitude and latitude in decimal degrees, with a point.",
  ),
  NOT_A_COUNT: rule(
    "Un conteggio non è un numero intero da 0.",
    "A count is no whole number from 0.",
    "Scrivere solo cifre, o lasciare vuota la cella.",
    "Write digits only, or leave the cell empty.",
  ),
  NOT_A_DATE: rule(
    "La data o l'anno non ha la forma attesa.",
    "The date or year is not of the expected form.",
    "Scrivere la data nella forma che il messaggio nomina.",
    "Write the date in the form that the message names.",
  ),
  NOT_A_GEOMETRY: rule(
    "Il confine non è un poligono valido.",
    "The boundary is no valid polygon.",
    "Correggere la geometria alla fonte.",
    "Correct the geometry at its source.",
  ),
  NOT_A_PHONE: rule(
    "La cella non contiene un solo numero di telefono.",
    "The cell does not hold one phone number.",
    "Scrivere un numero, con le note tra parentesi dopo di esso.",
    "Write one number, with remarks in brackets behind it.",
  ),
  NOT_AN_AREA: rule(
    "La riga conta persone che non sono attribuite ad alcuna area: sono nei totali, su nessuna mappa.",
    "The row counts people who are attributed to no area: they are in the totals, on no map.",
    "Nulla da correggere.",
    "Nothing to mend.",
  ),
  NOT_AN_INDEX: rule(
    "La cella non contiene un numero della scala dell'indice.",
    "The cell holds no number of the scale of the index.",
    "Scrivere il numero con il punto decimale, o lasciare vuota la cella.",
    "Write the number with a decimal point, or leave the cell empty.",
  ),
  NOT_A_RECORD: rule(
    "Non è un oggetto JSON con i campi richiesti.",
    "This is no JSON object with the fields asked for.",
    "Correggere il record che il messaggio nomina.",
    "Correct the record that the message names.",
  ),
  NOT_A_SHARE: rule(
    "Una quota non è un numero maggiore di 0 e fino a 1.",
    "A share is no number above 0 and at most 1.",
    "Scrivere la quota con il punto decimale.",
    "Write the share with a decimal point.",
  ),
  NOT_HELD: rule(
    "La fonte dice qualcosa per cui l'hub non ha un posto: non è ripreso.",
    "The source says something that the hub has no place for: it is not taken over.",
    "Nulla da correggere; cercarlo alla fonte.",
    "Nothing to mend; look for it at the source.",
  ),
  NOT_YES_OR_NO: rule(
    "La cella non dice sì, no o nulla.",
    "The cell does not say yes, no or nothing.",
    'Scrivere "si" o "no", o lasciare vuota la cella.',
    'Write "si" or "no", or leave the cell empty.',
  ),
  POINT_OUTSIDE_CITY: rule(
    "Il punto è fuori da ogni confine conosciuto.",
    "The point lies outside every known boundary.",
    "Correggere le coordinate: spesso latitudine e longitudine sono scambiate.",
    "Correct the coordinates: latitude and longitude are often swapped.",
  ),
  PHONE_WITHOUT_PREFIX: rule(
    "Ai numeri di telefono manca lo zero iniziale: nessuno può chiamarli così, e non sono ripresi.",
    "Phone numbers lack their leading zero: nobody can call them as they stand, and they are not taken over.",
    "Scrivere i numeri con lo zero iniziale, come testo e non come numeri.",
    "Write the numbers with their leading zero, as text and not as numbers.",
  ),
  POINT_PROPOSED: rule(
    "Il punto manca, ma un'altra fonte lo dà per lo stesso luogo: è proposto, non inserito.",
    "The point is missing, but another source gives one for the place: it is proposed, not filled in.",
    "Controllare il punto proposto e scriverlo alla fonte.",
    "Check the proposed point and write it at the source.",
  ),
  POINTS_DISAGREE: rule(
    "Due fonti danno allo stesso luogo punti lontani tra loro: uno dei due è sbagliato.",
    "Two sources give the same place points that are far apart: one of the two is wrong.",
    "Correggere il punto sbagliato alla sua fonte; il messaggio può proporne uno.",
    "Correct the wrong point at its source; the message may propose one.",
  ),
  POSSIBLE_SAME_PLACE: rule(
    "Due record di fonti diverse potrebbero essere in un solo luogo: decide una persona.",
    "Two records of different sources may be at one place: they stay apart until a person decides.",
    "Se il luogo è uno solo, scrivere lo stesso indirizzo in entrambe le fonti.",
    "If it is one place, write the same address in both sources.",
  ),
  QUOTE_NOT_CLOSED: rule(
    "Una virgoletta si apre e non si chiude.",
    "A quotation mark opens and never closes.",
    "Chiuderla, o raddoppiarla se fa parte del testo.",
    "Close it, or double it if it is part of the text.",
  ),
  SOURCE_UNREADABLE: rule(
    "Il file intero non si può leggere: resta ciò che un'importazione precedente ha portato.",
    "The whole file cannot be read: what an earlier import brought stays.",
    "Correggere il file come dice il messaggio e importarlo di nuovo.",
    "Correct the file as the message says and import it again.",
  ),
  SURFACE_DIFFERS: rule(
    "La superficie scritta non è quella del confine dell'area: forse è stata scambiata con quella di un'altra.",
    "The surface written is not that of the boundary of the area: it may have been exchanged with that of another.",
    "Scrivere accanto a ogni area la sua superficie.",
    "Write beside each area its own surface.",
  ),
  TOTAL_DIFFERS: rule(
    "Le parti non danno il totale, o una parte è maggiore del tutto.",
    "The parts do not give the total, or a part is more than the whole.",
    "Controllare i numeri della riga alla fonte.",
    "Check the numbers of the row at their source.",
  ),
  UNKNOWN_AREA: rule(
    "L'area che la riga nomina non esiste.",
    "The area that the row names does not exist.",
    "Scrivere il numero di un'area che esiste.",
    "Write the number of an area that exists.",
  ),
} as const satisfies Readonly<Record<string, RuleText>>;

export type QualityRule = keyof typeof qualityRules;

export const qualityRuleNames = Object.keys(qualityRules) as readonly QualityRule[];
