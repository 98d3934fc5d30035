import type { problems as en } from "../en/problems";
import type { Translated } from "../translated";
import { italian } from "../values";

const quoted = (text: string | null): string => JSON.stringify(text);
const list = (texts: readonly string[]): string => texts.join(", ");
const separator = (char: string): string => (char === "\t" ? "una tabulazione" : quoted(char));
const sections = (count: number, residents: number): string =>
  `${count} sezioni con ${italian(residents)} residenti`;
const thousands = (mark: string | null): string =>
  mark === null ? "senza segni tra le migliaia" : `con "${mark}" tra le migliaia`;

const within = ({
  minimum,
  maximum,
}: {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}): string => {
  if (minimum === undefined) return maximum === undefined ? "" : ` fino a ${maximum}`;
  return maximum === undefined ? ` a partire da ${minimum}` : ` da ${minimum} a ${maximum}`;
};

const days: Readonly<Record<string, string>> = {
  MO: "il lunedì",
  TU: "il martedì",
  WE: "il mercoledì",
  TH: "il giovedì",
  FR: "il venerdì",
  SA: "il sabato",
  SU: "la domenica",
};

const inFile = "Correggere l'elemento alla fonte.";
const onePlace: Readonly<Record<string, string>> = {
  OTHER_POSTAL_CODE: "ma un altro CAP",
  SAME_ADDRESS: "lo stesso indirizzo",
  SAME_AREA: "la stessa area",
  SAME_NAME: "lo stesso nome",
  SAME_STREET: "la stessa via, con un civico vicino all'altro o compreso nel suo intervallo",
  SIMILAR_ADDRESS: "lo stesso civico di una via che uno dei due indica in forma più breve",
};

/** `systems`: sistemi di coordinate, ciascuno con il punto che ne risulta. */
const metres = ({
  position,
  systems,
}: {
  readonly position: string;
  readonly systems: readonly string[];
}): string =>
  `Le coordinate [${position}] non sono in gradi; possono essere metri di ${systems.join(" o ")}. Dichiarare quello giusto come file.crs del file di mappatura.`;

export const problems: Translated<typeof en> = {
  AREA_MISMATCH: {
    statementsDiffer: ({ lies, says }) => {
      const place = lies === null ? [] : [`Il punto ${lies.point} si trova in ${list(lies.areaCodes)}`];
      const columns = says.map(({ column, areaCode }) => `${quoted(column)} indica ${areaCode}`);
      return `${list([...place, ...columns])}. Correggere il valore sbagliato.`;
    },
  },
  AREA_NAME_DOUBTFUL: {
    inTotalOnly: (values) =>
      `${values.why.it} ${sections(values.sections, values.residents)}, la prima alla riga ${values.line}: contano solo nel totale della città.`,
  },
  CELL_COUNT: {
    notAsHeader: (values) => {
      const span =
        values.endLine === null
          ? ""
          : ` Continua fino alla riga ${values.endLine}: potrebbe mancare una virgoletta.`;
      return `La riga ha ${values.cells} celle, l'intestazione ${values.headerCells}.${span} Aggiungere o togliere separatori, o mettere tra virgolette un testo che ne contiene.`;
    },
  },
  COLUMNS_REPEATED: {
    sameInEveryArea: ({ period, column }) =>
      `Nel periodo ${period} questa colonna è uguale a ${quoted(column)} in tutte le aree: una delle due è probabilmente una copia. Chiedere all'ente che pubblica i dati.`,
  },
  COORDINATES_DISAGREE: {
    otherPoint: (values) => {
      const swapped = values.isSwapped ? " È lo stesso punto con latitudine e longitudine invertite." : "";
      return `${quoted(values.column)} indica un punto diverso dalle coordinate usate, ${values.used}.${swapped} Correggere uno dei due.`;
    },
  },
  CUT_FILE: {
    noFinalLineBreak: "Il file termina senza un a capo. Controllare che l'ultima riga sia completa.",
    withinRow: "Il file termina a metà di questa riga: è incompleto. Scaricarlo di nuovo.",
  },
  DUPLICATE: {
    earlierRow: ({ line }) =>
      `La riga ${line} contiene già gli stessi dati. Vale la prima: eliminare una delle due.`,
    rowsDiffer: ({ lines, fields }) =>
      `Le righe ${lines.join(" e ")} divergono sullo stesso ente (${fields.join(", ")}). Vale la prima: correggere una delle due.`,
    earlierRest: ({ word, period }) =>
      `Una riga precedente riporta già ${quoted(word)} per il periodo ${period}. Eliminare una delle due.`,
    idWithOtherFacts: ({ table, id }) =>
      `Il file riporta già ${table} ${id} con altri dati. Vale il primo: conservarne uno solo.`,
    linesBothCount: ({ lines }) =>
      `La sezione è alle righe ${lines.join(" e ")}. Ciascuna conta così com'è: riunirle in una sola riga.`,
    severalRows: ({ lines, dimensions }) =>
      `Le righe ${lines.join(" e ")} riportano lo stesso indicatore, la stessa area e lo stesso periodo. Nessuna è importata: la serie non è abbastanza ristretta. Indicare altre dimensioni in where${dimensions.length === 0 ? "" : `, per esempio ${list(dimensions)}`}.`,
  },
  EMPTY_CELL: {
    restBlank: ({ word, period, people }) =>
      `La riga ${quoted(word)} del periodo ${period} non indica quante sono le persone (${people}): il totale comprende solo le aree.`,
    addressIncomplete: "Un indirizzo richiede via, città e paese. L'indirizzo è stato omesso.",
    costWithoutWords: "Un costo richiede una descrizione. Il costo è stato omesso.",
    empty: "La cella è vuota: il valore è registrato come mancante, non come 0.",
    keptUnknown: "La cella qui non può essere vuota. Il dato resta sconosciuto: correggere alla fonte.",
    keyOfOtherCells: "La riga non ha una chiave propria. Il codice è ricavato da altre celle.",
    noCoordinates: "La riga non ha coordinate. Il luogo è registrato senza posizione.",
    noData:
      "La cella indica che il dato non è disponibile: il valore è registrato come mancante, non come 0.",
    placeWithoutAddress: "Una sede dell'offerta non ha indirizzo. La sede è stata omessa.",
    partNotGiven: "L'API non ha fornito questa parte. Resta sconosciuta: scaricarla di nuovo.",
    requiredCell: "Questa cella è obbligatoria in ogni riga. Correggere alla fonte.",
  },
  HOURS_NOT_UNDERSTOOD: {
    keptAsText:
      "Il testo è conservato così com'è, e le risposte che ne dipendono sono sconosciute. Correggere alla fonte.",
    utcTimes:
      "Gli orari sono in UTC, che d'estate corrisponde a un'altra ora locale. Il testo è conservato, e le risposte che ne dipendono sono sconosciute: scrivere gli orari locali, o un primo e un ultimo giorno.",
    notWeekly:
      "La regola non è semplicemente settimanale, con giorni, orari e fuso orario indicato. Il testo è conservato, e le risposte che ne dipendono sono sconosciute.",
  },
  HOURS_WHILE_CLOSED: {
    neverKept: (values) =>
      `Dal ${values.from} al ${values.to} questi orari non valgono mai ${list(values.days.map((day) => days[day] ?? day))}: "${values.closure}" comporta la chiusura in ciascuno di questi giorni. Vale la chiusura. Correggere una delle due indicazioni.`,
  },
  INVALID_RECORD: {
    freeWithPrice: "L'offerta è gratuita e ha un prezzo. Se sia gratuita resta sconosciuto.",
    notStored: ({ reason }) =>
      `L'archivio rifiuta il record: ${reason}. Le altre righe sono importate. Ridurre il record, o correggerne i valori.`,
    sensitiveCell:
      "Questa cella non è un numero come lo dichiara il file di mappatura. L'indicatore è sensibile, quindi il testo non cita la cella: vedere il file della fonte.",
    suppressed:
      "Un controllo di questa riga non è superato. Riguarda numeri omessi da questo hub, quindi il testo non ne cita: confrontare la riga nel file della fonte.",
    unexpected: ({ reason }) =>
      `La riga non si è potuta importare: ${reason}. Le altre sì. Se la riga è corretta, segnalarlo come difetto dell'hub.`,
  },
  KINDS_DISAGREE: {
    otherSource: (values) =>
      `Questa riga indica ${values.kind}; ${list(values.sources)} indica ${list(values.others)} per lo stesso periodo. Restano entrambe le indicazioni, e il tipo in quel periodo è sconosciuto.`,
  },
  NOT_A_CODE: {
    areaIncomplete: "Un'area richiede un codice e un nome.",
    censusSection: ({ prefix }) =>
      `Il codice di una sezione è ${prefix} seguito da sette cifre. I numeri di questa sono nel totale della città.`,
    centreWithoutName: "Un centro richiede un nome.",
    serviceWithoutName: "Un servizio richiede un nome.",
    idOfTable: ({ table }) =>
      `Un record ${table} richiede un id di lettere, cifre e trattini. Il record è stato omesso.`,
    keyNotACode:
      "La chiave deve essere composta da lettere, cifre e . _ : + - per poter essere un codice. Indicare un'altra colonna, o slug: true, nel file di mappatura.",
    languageWithoutCode:
      "Una lingua richiede il suo codice (BCP 47, per esempio it). La lingua è stata omessa.",
    noIndicator: "La riga non indica alcun indicatore.",
    noKey: "La riga non ha una chiave: un'importazione successiva non potrebbe riconoscerla.",
    notInFile: ({ table }) =>
      `Il file non contiene un record con questa chiave. Il record ${table} è stato omesso.`,
    membershipIncomplete: "Un ruolo richiede un partenariato, un ente e il tipo di ruolo.",
    organizationIncomplete: "Un ente richiede un nome.",
    referenceNotInFile: "Il file non contiene un record con questa chiave. Il riferimento è stato omesso.",
    stepIncomplete: "Un passaggio di una strategia richiede la strategia, il tipo e il nome.",
    statusUnknown: "Lo stato deve essere active, inactive, defunct o temporarily closed. Resta sconosciuto.",
    unknownClass: "La fonte non prevede questa classe: controllare il nome.",
  },
  NOT_A_COORDINATE: {
    metres: (values) => `${metres(values)} Il luogo è registrato senza posizione.`,
    notDegrees:
      "Le coordinate non sono longitudine e latitudine in gradi decimali (WGS 84). Il luogo è registrato senza posizione.",
  },
  NOT_A_COUNT: {
    age: "Un'età è un numero intero di anni. Il limite è stato omesso: non è noto.",
    amount: "Un importo ha al massimo due decimali e una valuta di tre lettere. L'importo è stato omesso.",
    count: ({ groupChar }) =>
      `La cella deve contenere un numero intero a partire da 0, ${thousands(groupChar)}, come indicato nel file di mappatura. Correggerla o lasciarla vuota.`,
    inNoSum:
      "Un conteggio è un numero intero a partire da 0, oppure - se manca. Il valore non è in alcuna somma.",
    plainCount: "La cella deve contenere un numero intero a partire da 0. Correggerla o lasciarla vuota.",
    wholeNumber: (bounds) =>
      `La cella deve contenere un numero intero${within(bounds)}. Correggere alla fonte.`,
  },
  NOT_A_DATE: {
    noPeriod: "La riga non indica alcun periodo.",
    notInFormat: ({ formats }) =>
      `La cella deve contenere una data esistente, nel formato ${formats.join(" o ")}.`,
    otherPeriod:
      "L'hub legge anni, mesi e giorni, e per i valori anche semestri e trimestri come 2024-S2 e 2024-Q3. Un'altra notazione richiede il suo formato; un intervallo di anni non è importato.",
    periodOfSdmx:
      "Il periodo deve essere un anno, un semestre, un trimestre, un mese o un giorno del calendario; settimane e simili non sono importate.",
    year: "L'anno deve avere quattro cifre.",
    yearSpan:
      "La colonna contiene anni scolastici o finanziari: questo è un intervallo di due anni, non un mese. Non è importato: la riga richiede un altro periodo.",
  },
  NOT_A_GEOMETRY: {
    coordinates: ({ type }) => `Le coordinate di ${type} non hanno la forma prevista da GeoJSON. ${inFile}`,
    noFeature: `Non è una Feature GeoJSON. ${inFile}`,
    noGeometry: `L'elemento non ha geometria. ${inFile}`,
    farFromCity: ({ city, kilometres, point, isSwapped }) => {
      const swapped = isSwapped ? " Latitudine e longitudine sono invertite." : "";
      return `La forma si trova intorno a ${point}, a ${kilometres} km dalla sua città ${city}.${swapped} ${inFile}`;
    },
    metres: (values) => metres(values),
    notDegrees: `Il punto non è una coppia di longitudine e latitudine in gradi. ${inFile}`,
    otherType: ({ drawn, expected }) =>
      `La geometria è ${drawn ?? "senza tipo"}; è atteso ${expected.join(" o ")}. ${inFile}`,
    severalPoints: ({ count }) =>
      `Il MultiPoint ha ${count} punti, e non si sa quale sia quello giusto. ${inFile}`,
    shape: ({ shape }) => `${shape.it} ${inFile}`,
  },
  NOT_A_NUMBER: {
    bothMarks:
      "Il testo è un numero con il punto e un altro con la virgola prima dei decimali, e nessuna cella della colonna mostra quale si intenda. Indicare decimalChar e groupChar per questa colonna nel file di mappatura.",
    columnDisagrees: ({ line, word }) =>
      `Il testo può essere un migliaio o una frazione: la colonna non segue una sola notazione, perché la riga ${line} riporta ${quoted(word)}. Correggere quella cella, o indicare decimalChar e groupChar per questa colonna nel file di mappatura.`,
    inexact:
      "Il numero non si può conservare con esattezza: supera 2^53, o è più vicino a 0 di 1e-130. Se è un codice, importarlo come testo.",
    notAlone:
      "La cella contiene altro oltre al numero, per esempio un'unità di misura, il segno di percentuale o il richiamo di una nota. Selezionare il numero con extract nel file di mappatura, o correggere la cella.",
    notInFormat: ({ marks, groupChar, ...bounds }) =>
      `La cella deve contenere un numero${within(bounds)} con ${marks.map((mark) => `"${mark}"`).join(" o ")} prima dei decimali e ${thousands(groupChar)}, come indicato nel file di mappatura. Correggerla o lasciarla vuota.`,
    surface:
      "La superficie deve essere un numero di chilometri quadrati. Serve solo per il confronto con il confine.",
    unitMultiplier:
      "UNIT_MULT deve essere un numero intero da -20 a 20, la potenza di dieci del valore. Il valore resta mancante, perché la sua grandezza è sconosciuta.",
  },
  NOT_A_PHONE: {
    oneNumber:
      "La cella deve contenere un solo numero di telefono, seguito dalle eventuali note tra parentesi. Il numero è stato omesso.",
    plainNumber:
      "Deve essere un solo numero: cifre, eventualmente precedute da +, con singoli spazi. Il numero è stato omesso.",
  },
  NOT_A_RECORD: {
    lacks: ({ fields }) => `Campi mancanti nel record: ${list(fields)}. Correggere alla fonte.`,
    notJson: "La riga non è JSON. Correggere alla fonte: un oggetto per riga.",
    notObject: "Non è un oggetto JSON. Correggere alla fonte.",
    headerRow:
      "La riga contiene nomi di colonne, non dati. Eliminarla dal file o, se segue l'intestazione, contarla in headerRowCount.",
    noteRow:
      "La riga è una nota sulla tabella, non un dato. Escludere le righe simili: commentPrefix, sotto file, nel file di mappatura.",
    totalsRow:
      "La riga sembra la somma delle altre e non è un elemento a sé. Escluderla: when, isNot nel file di mappatura.",
    otherForm: ({ field, fault }) => `${field} non ha la forma attesa (${fault}). Il record è stato omesso.`,
  },
  NOT_A_SHARE: {
    share: "Una quota è un numero maggiore di 0 e non superiore a 1, con il punto decimale.",
  },
  NOT_AN_AREA: {
    restAbsent: ({ word, period }) =>
      `Il file non ha una riga ${quoted(word)} per il periodo ${period}: il totale comprende solo le aree.`,
    restOfTotal: ({ areas }) =>
      `Persone non attribuite ad alcuna area (${areas.it}): sono nel totale, non sulle mappe né nelle graduatorie.`,
    withoutName: (values) =>
      `${sections(values.sections, values.residents)} non hanno un'area, la prima alla riga ${values.line}: sono nel totale della città, non sulle mappe.`,
  },
  NOT_AN_INDEX: {
    notANumber: "Deve essere un numero con il punto decimale, o nulla. Il valore è registrato come mancante.",
  },
  NOT_HELD: {
    capacityOfSeveral:
      "Il servizio si trova in più luoghi o in nessuno: non si sa dove sia questa capienza. Non è importata: dare a ogni luogo un servizio proprio.",
    capacityUnclear:
      "Una capienza richiede un'unità con un nome, usata una sola volta, e un numero intero di posti, di cui i liberi non superano il totale. Non è importata: correggerla alla fonte.",
    contactIncomplete:
      "Un contatto richiede un ufficio o una funzione, e un indirizzo e-mail o un telefono. Il contatto è stato omesso.",
    erasedPerson: ({ fields }) =>
      `Qui è nominata una persona i cui dati sono stati cancellati dall'hub (${fields}). Il nome non è importato: toglierlo alla fonte.`,
    hoursElsewhere:
      "Questi orari sono di un servizio online, telefonico o a domicilio. Non sono orari del luogo, e non sono importati.",
    notAPlace:
      "Non è un luogo in cui recarsi, quindi non diventa un centro. Se è virtuale, i suoi servizi sono online.",
    personWithoutAddress:
      "Il nome di una persona si importa solo con l'indirizzo dell'ufficio. Non è importato: aggiungere l'indirizzo e-mail.",
    personWithoutBasis:
      "Il nome di una persona si importa solo con una base giuridica. Non è importato, l'ufficio sì: indicare legalBasis nel file di mappatura, o togliere contactPerson.",
    notATable: "Questo file della cartella non è un CSV: non è letto. Salvare una tabella come CSV UTF-8.",
    otherSheets: ({ names }) =>
      `È letto solo il primo foglio. Non importati: ${list(names)}. Salvare ognuno in un file proprio.`,
    notByVoice: "A questo numero non risponde una persona: non è importato.",
    rows: ({ count }) =>
      `${count} ${count === 1 ? "riga" : "righe"} del file. L'hub non conserva questo dato: non è importato.`,
    deletion:
      "La riga annuncia che un valore è stato eliminato o non è mai esistito. Non è importata: fornire all'hub l'intero flusso di dati.",
    notForPublication:
      "La fonte non consente la pubblicazione di questo valore. È conservato come riservato, senza il numero.",
  },
  NOT_UTF8: {
    damaged:
      "La riga contiene byte che non sono UTF-8, mostrati come �: sono danneggiati. Scaricare di nuovo il file.",
  },
  NOT_YES_OR_NO: {
    otherWord: ({ yes, no }) =>
      `Il file di mappatura prevede ${list(yes)} per sì, ${list(no)} per no. Qualsiasi altra parola resta sconosciuta.`,
  },
  OTHER_COLUMN_NAME: {
    readAs: ({ name, found }) =>
      `La colonna ${quoted(name)} qui si chiama ${found}. È stata letta come la stessa colonna.`,
  },
  OTHER_ENCODING: {
    nowUtf8: "Il file era in Windows-1252 e ora è in UTF-8: è stato letto come UTF-8.",
    notUtf8: ({ byte }) =>
      `Il file non è UTF-8 al byte ${byte}: è stato letto come Windows-1252. Controllare le lettere accentate, o salvarlo come UTF-8.`,
  },
  HIDDEN_CHARACTERS: {
    removed: ({ found }) => `La cella contiene caratteri invisibili (${found}): sono stati tolti.`,
  },
  OTHER_SEPARATOR: {
    readWith: ({ found, declared }) =>
      `Le colonne sono separate da ${separator(found)}, mentre era atteso ${separator(declared)}. Il file è stato letto così.`,
  },
  POINT_OUTSIDE_CITY: {
    dropped: ({ point, isSwapped }) => {
      const remedy = isSwapped
        ? "Latitudine e longitudine sono invertite: scambiare le due colonne."
        : "Correggere le coordinate alla fonte.";
      return `Il punto ${point} è fuori da tutti i confini conosciuti. ${remedy} Il centro è registrato senza posizione.`;
    },
    unplaced: ({ point }) =>
      `Il punto ${point} è fuori da tutti i confini conosciuti. È conservato, e il luogo non appartiene ad alcuna area né città. Se è sbagliato, correggerlo alla fonte.`,
    kept: "Il punto è fuori da tutti i confini conosciuti. È conservato, e il luogo non è in alcuna area.",
  },
  POINT_PROPOSED: {
    ofSamePlace: (values) =>
      `${values.centre} non ha un punto. ${values.giver} è nello stesso luogo e ne ha uno: ${values.point}. È proposto: il luogo lo mostra, e qui non è inserito nulla.`,
  },
  POINTS_DISAGREE: {
    farApart: (values) => {
      const proposed = values.isInDeclaredArea
        ? "Quel punto è proposto, perché si trova nell'area dichiarata dai record."
        : "Non si sa quale dei due sia corretto.";
      return `Il punto di ${values.centre} dista ${values.distance} m da quello di ${values.giver}, nello stesso luogo: ${values.point}. ${proposed} Nulla è corretto automaticamente: correggere il punto o l'indirizzo.`;
    },
  },
  POSSIBLE_SAME_CENTRE: {
    pair: (values) => {
      const how = values.confidence === "HIGH" ? "sono quasi certamente" : "potrebbero essere";
      const far = values.metres === null ? "uno dei due non ha un punto" : `a ${values.metres} m di distanza`;
      return `${values.centre} e ${values.other} ${how} due record dello stesso centro: ${far}, nomi simili al ${values.likenessPercent} %. Contano come due finché decide una persona.`;
    },
  },
  POSSIBLE_SAME_PLACE: {
    pair: (values) => {
      const why = values.reasons.flatMap((reason) => onePlace[reason] ?? []);
      const far = values.metres === null ? "uno dei due non ha un punto" : `a ${values.metres} m di distanza`;
      return `${values.centre} potrebbe essere nello stesso luogo di ${values.other}: ${list([...why, far])}. Restano distinti. Se il luogo è lo stesso, scrivere lo stesso indirizzo; altrimenti non occorre fare nulla.`;
    },
  },
  PROBLEMS_NOT_LISTED: {
    more: ({ count, kinds }) =>
      `Altri ${count} problemi sono contati ma non elencati: ${list(kinds)}. Correggere quelli elencati, o la struttura del file, e importarlo di nuovo.`,
  },
  QUOTE_NOT_CLOSED: {
    neverClosed:
      'Una virgoletta si apre in questa riga e non si chiude. Chiuderla, o raddoppiarla ("") se fa parte del testo.',
  },
  ROW_TOO_LONG: {
    tooLong: "La riga supera 1 MB. Controllare se mancano degli a capo.",
  },
  SURFACE_DIFFERS: {
    otherThanDrawn: (values) => {
      const whose =
        values.fitsAreas.length === 0 ? "" : ` Quella indicata è la superficie di ${list(values.fitsAreas)}.`;
      return `Secondo il confine, la superficie di ${values.areaCode} è di ${values.drawnKm2} chilometri quadrati.${whose} Le densità calcolate con quella indicata sono sbagliate.`;
    },
  },
  TOTAL_DIFFERS: {
    restOfNobody: (of) =>
      `La riga ${quoted(of.word)} del periodo ${of.period} riporta ${of.indicator} = ${of.count}, ma ${of.people} è 0. Il totale conserva entrambi come pubblicati.`,
    partAboveWhole: (values) =>
      `${values.part} supera il totale in ${quoted(values.column)}, ${values.whole}. Il valore resta come pubblicato.`,
    partsAreNotTotal: (values) =>
      `La somma di ${values.parts.map(({ value, column }) => `${value} ${quoted(column)}`).join(" e ")} è ${values.sum}, non ${values.total}. I valori restano come pubblicati.`,
    unionIncomplete: (values) =>
      `Il file contiene ${values.present} aree valide su ${values.needed}: ${values.name} non è calcolata da queste.`,
  },
  UNKNOWN_AREA: {
    noDeclaredArea: ({ code }) => `L'area ${code} non esiste. Il centro è registrato senza area dichiarata.`,
    noSuchArea: ({ code }) =>
      `L'area ${code} non esiste. Correggere la riga, o il modello nel file di mappatura.`,
    notImported: ({ code }) =>
      `L'area ${code} non esiste. Correggere sdmx.areas nel file di mappatura, o importare prima l'area.`,
    notNamed: "La riga non indica alcuna area.",
    numberOutside: ({ type, ...bounds }) =>
      `Il numero di un ${type} va${within(bounds)}. Il dato è stato omesso.`,
  },
  UNKNOWN_CENTRE: {
    noSuchCentre: ({ code }) =>
      `Il centro ${code} non esiste. Importare prima la sua fonte, o correggere la riga. L'indicazione sul suo tipo non è importata.`,
    notNamed: "La riga non indica alcun centro.",
  },
  UNKNOWN_WORD: {
    notInMap: ({ words }) =>
      `Il file di mappatura non indica il significato di questa parola; prevede: ${list(words)}. Aggiungere la parola alla mappa, o correggere la cella.`,
  },
};
