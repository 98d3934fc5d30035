import type { rules as en } from "../en/rules";
import type { Translated } from "../translated";

export const rules: Translated<typeof en> = {
  NOT_UTF8: {
    meaning: "La riga contiene byte che non sono UTF-8: sono danneggiati.",
    remedy: "Scaricare di nuovo il file, o salvarlo come UTF-8.",
  },
  OTHER_COLUMN_NAME: {
    meaning: "Una colonna non ha il nome atteso, ma è riconoscibile.",
    remedy: "Ripristinare il nome precedente, o aggiungere quello nuovo alla dichiarazione della fonte.",
  },
  OTHER_ENCODING: {
    meaning: "Il file non è nella codifica dichiarata: è stato letto in un'altra.",
    remedy: "Controllare le lettere accentate, o salvare il file come UTF-8.",
  },
  HIDDEN_CHARACTERS: {
    meaning: "Una cella contiene caratteri invisibili che cambiano o nascondono il testo: sono stati tolti.",
    remedy:
      "Riscrivere la cella nella fonte: questi caratteri vengono da un copia e incolla, o servono a ingannare.",
  },
  OTHER_SEPARATOR: {
    meaning: "Le colonne non sono separate dal carattere atteso.",
    remedy: "Salvare il file con il separatore precedente, o modificare la dichiarazione della fonte.",
  },
  PROBLEMS_NOT_LISTED: {
    meaning: "Il file ha più problemi di quanti se ne elencano: gli altri sono contati per regola.",
    remedy: "Correggere quelli elencati, o la struttura del file, e importarlo di nuovo.",
  },
  ROW_TOO_LONG: {
    meaning: "La riga supera 1 MB: probabilmente mancano gli a capo.",
    remedy: "Controllare gli a capo del file.",
  },

  NOT_A_NUMBER: {
    meaning: "La cella non contiene un numero nel formato del file di mappatura.",
    remedy: "Scrivere il numero con i segni indicati nel messaggio, o lasciare vuota la cella.",
  },
  UNKNOWN_WORD: {
    meaning: "La cella contiene una parola di cui il file di mappatura non indica il significato.",
    remedy: "Aggiungere la parola al file di mappatura, o correggere la cella.",
  },

  AREA_MISMATCH: {
    meaning: "L'area dichiarata non è quella del punto, oppure il nome e la colonna indicano aree diverse.",
    remedy: "Correggere il punto, la colonna o il nome.",
  },
  AREA_NAME_DOUBTFUL: {
    meaning:
      "Il nome è di una suddivisione precedente e non indica con certezza un'area attuale: conta solo nei totali.",
    remedy: "Aggiungere alla fonte il numero dell'area, o precisare quale area indica il nome.",
  },
  CELL_COUNT: {
    meaning: "La riga ha più o meno celle dell'intestazione.",
    remedy: "Aggiungere o togliere separatori, o mettere tra virgolette un testo che ne contiene.",
  },
  COLUMNS_REPEATED: {
    meaning: "Due colonne sono uguali in tutte le righe: una è probabilmente una copia.",
    remedy: "Chiedere all'ente che pubblica i dati quale delle due è corretta.",
  },
  COORDINATES_DISAGREE: {
    meaning: "La riga indica due volte lo stesso luogo, con coordinate diverse.",
    remedy: "Correggere una delle due coppie di coordinate.",
  },
  CUT_FILE: {
    meaning: "Il file termina senza un a capo o a metà di una riga: potrebbe essere incompleto.",
    remedy: "Scaricare di nuovo il file.",
  },
  DUPLICATE: {
    meaning: "Due righe contengono gli stessi dati: vale la prima.",
    remedy: "Eliminare una delle due righe.",
  },
  EMPTY_CELL: {
    meaning: "La cella è vuota o indica che il dato non è disponibile: il valore manca, non è zero.",
    remedy: "Inserire il valore alla fonte, se è noto.",
  },
  HOURS_NOT_UNDERSTOOD: {
    meaning:
      "Il testo sugli orari o sulle chiusure non è interpretabile con certezza: la risposta è sconosciuta.",
    remedy: "Scrivere giorni, ore e date per intero, per esempio: Lun 9:00-12:00, dal 1 al 31 agosto.",
  },
  HOURS_WHILE_CLOSED: {
    meaning:
      "Gli orari valgono solo in giorni in cui, secondo la stessa fonte, il luogo è chiuso: vale la chiusura.",
    remedy: "Correggere gli orari o il periodo di chiusura.",
  },
  INVALID_RECORD: {
    meaning: "I dati della riga non possono essere tutti veri insieme.",
    remedy: "Correggere i campi indicati nel messaggio.",
  },
  KINDS_DISAGREE: {
    meaning:
      "Due fonti indicano tipi diversi di un centro per lo stesso periodo: restano entrambe le indicazioni.",
    remedy: "Verificare quale delle due è giusta e correggere l'altra alla fonte.",
  },
  NOT_A_CODE: {
    meaning: "La chiave della riga manca o non ha la forma attesa.",
    remedy: "Inserire il numero e il nome che identificano la riga.",
  },
  NOT_A_COORDINATE: {
    meaning: "Le coordinate non sono in gradi decimali.",
    remedy: "Scrivere longitudine e latitudine in gradi decimali, con il punto decimale.",
  },
  NOT_A_COUNT: {
    meaning: "Un conteggio non è un numero intero maggiore o uguale a 0.",
    remedy: "Scrivere solo cifre, o lasciare vuota la cella.",
  },
  NOT_A_DATE: {
    meaning: "La data o l'anno non ha la forma attesa.",
    remedy: "Scrivere la data nella forma indicata nel messaggio.",
  },
  NOT_A_GEOMETRY: {
    meaning: "Il confine non è un poligono valido.",
    remedy: "Correggere la geometria alla fonte.",
  },
  NOT_A_PHONE: {
    meaning: "La cella non contiene un solo numero di telefono.",
    remedy: "Scrivere un solo numero, seguito dalle eventuali note tra parentesi.",
  },
  NOT_AN_AREA: {
    meaning: "La riga conta persone non attribuite ad alcuna area: sono nei totali, non sulle mappe.",
    remedy: "Nulla da correggere.",
  },
  NOT_AN_INDEX: {
    meaning: "La cella non contiene un numero della scala dell'indice.",
    remedy: "Scrivere il numero con il punto decimale, o lasciare vuota la cella.",
  },
  NOT_A_RECORD: {
    meaning:
      "Non è un record: un JSON senza i campi richiesti, o una riga con una somma, una nota o nomi di colonne.",
    remedy: "Correggere il record indicato nel messaggio, o escludere la riga nel file di mappatura.",
  },
  NOT_A_SHARE: {
    meaning: "Una quota non è un numero maggiore di 0 e non superiore a 1.",
    remedy: "Scrivere la quota con il punto decimale.",
  },
  NOT_OWN: {
    meaning: "Il record non appartiene all'organizzazione che ha inviato il file: non è stato modificato.",
    remedy:
      "Inviare solo i record della propria organizzazione e proporre le modifiche degli altri con proposeChange.",
  },
  NOT_HELD: {
    meaning: "La fonte fornisce dati che l'hub non conserva: non sono importati.",
    remedy: "Nulla da correggere; i dati restano disponibili alla fonte.",
  },
  NOT_YES_OR_NO: {
    meaning: "La cella non indica né sì né no, e non è vuota.",
    remedy: 'Scrivere "si" o "no", o lasciare vuota la cella.',
  },
  POINT_OUTSIDE_CITY: {
    meaning: "Il punto è fuori da tutti i confini conosciuti.",
    remedy: "Correggere le coordinate: spesso latitudine e longitudine sono invertite.",
  },
  PHONE_WITHOUT_PREFIX: {
    meaning:
      "Ai numeri di telefono manca lo zero iniziale: così non sono raggiungibili, e non sono importati.",
    remedy: "Scrivere i numeri con lo zero iniziale, come testo e non come numeri.",
  },
  POINT_PROPOSED: {
    meaning: "Il punto manca, ma un'altra fonte ne indica uno per lo stesso luogo: è proposto, non inserito.",
    remedy: "Controllare il punto proposto e inserirlo alla fonte.",
  },
  POINTS_DISAGREE: {
    meaning: "Due fonti indicano per lo stesso luogo punti lontani tra loro: uno dei due è sbagliato.",
    remedy: "Correggere il punto sbagliato alla sua fonte; il messaggio può proporne uno.",
  },
  POSSIBLE_SAME_CENTRE: {
    meaning: "Due record potrebbero riguardare lo stesso centro: contano come due finché decide una persona.",
    remedy: "Decidere in same-as.json o con updateCentre: sameAs accetta, distinctFrom rifiuta.",
  },
  POSSIBLE_SAME_PLACE: {
    meaning:
      "Due record di fonti diverse potrebbero indicare lo stesso luogo: restano distinti finché decide una persona.",
    remedy: "Se il luogo è lo stesso, scrivere lo stesso indirizzo in entrambe le fonti.",
  },
  QUOTE_NOT_CLOSED: {
    meaning: "Una virgoletta si apre e non si chiude.",
    remedy: "Chiuderla, o raddoppiarla se fa parte del testo.",
  },
  SOURCE_UNREADABLE: {
    meaning: "L'intero file non è leggibile: restano i dati di un'importazione precedente.",
    remedy: "Correggere il file come indicato nel messaggio e importarlo di nuovo.",
  },
  SURFACE_DIFFERS: {
    meaning:
      "La superficie indicata non è quella del confine: forse è stata scambiata con quella di un'altra area.",
    remedy: "Indicare accanto a ogni area la sua superficie.",
  },
  TOTAL_DIFFERS: {
    meaning: "La somma delle parti non corrisponde al totale, o una parte supera il tutto.",
    remedy: "Controllare i numeri della riga alla fonte.",
  },
  UNKNOWN_AREA: {
    meaning: "L'area indicata nella riga non esiste.",
    remedy: "Scrivere il numero di un'area esistente.",
  },
  UNKNOWN_CENTRE: {
    meaning: "Il centro indicato nella riga non esiste.",
    remedy: "Importare prima la fonte del centro, o correggerne il codice.",
  },
};
