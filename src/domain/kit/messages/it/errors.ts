import type {
  ColumnPlaces,
  Content,
  errors as en,
  HsdsNeed,
  RollbackObstacle,
  TokenFault,
  VariableNeed,
  WebhookUrlFault,
} from "../en/errors";
import type { Translated } from "../translated";
import {
  hsdsLists,
  type Listed,
  lookUp,
  type Numbers,
  italian as number,
  quoted,
  quotedList,
  type Texts,
} from "../values";
import { binaryFiles } from "./binary-files";

/** Che cosa deve essere un parametro di HSDS. */
const hsdsNeeds: Texts<HsdsNeed> = {
  boolean: "deve essere true o false",
  format: "deve essere json o ndjson",
  instant: "deve essere una data o un istante come 2026-11-01T00:00:00Z",
  metres: "deve essere un numero intero di metri da 1 a 15000",
  nested: "i servizi di un'organizzazione sono in /hsds/services?organization_id=",
  page: "deve essere un numero intero da 1 in su",
  perPage: "deve essere un numero intero da 1 a 100",
  perPageMinimal: "deve essere un numero intero da 1 a 10000",
  text: "deve essere un testo",
  unknown: "questo indirizzo non ha tale parametro",
  uuid: "deve essere un UUID",
  withPostcode: "occorre anche postcode",
};

const needs: Texts<VariableNeed> = {
  allowances:
    "deve essere off, oppure JSON con burst e perSecond di ANONYMOUS, PARTNER, CITY o WRONG_KEYS (docs/errors-and-limits.md)",
  boolean: "deve essere 1 o 0",
  deadline: "deve essere un numero di millisecondi da 100 a 99999",
  bucket: "deve essere il nome di un bucket: da 3 a 63 lettere minuscole, cifre, punti o trattini",
  folder: "deve indicare una cartella",
  header: "deve essere il nome di un'intestazione, per esempio x-real-ip",
  host: "deve essere un indirizzo IP di questa macchina, per esempio 127.0.0.1, o 0.0.0.0 per tutti",
  issuers:
    "deve essere JSON: un elenco di emittenti di token, ciascuno con issuer, audience e jwks (docs/identity.md)",
  originSecrets: "deve contenere uno o due segreti di 32-100 lettere e cifre, separati da una virgola",
  port: "deve essere un numero intero da 0 a 65535",
  table: "deve contenere da 3 a 255 lettere, cifre o . _ -",
  url: "deve essere un URL, per esempio http://localhost:8000",
};

const webhookUrlFaults: Texts<WebhookUrlFault> = {
  form: "non è un URL",
  fragment: "la parte dopo # non arriva mai a un server",
  long: "ha più di 2.000 caratteri",
  password: "il nome utente o la password sarebbero visibili a chiunque possa vedere il webhook",
  private: "è un indirizzo di una rete privata",
  scheme: "non inizia con https://",
};

const tokenFaults: Texts<TokenFault> = {
  algorithm: "non è firmato con un algoritmo accettato da questo hub",
  audience: "è destinato a un altro servizio (audience)",
  claims: "manca un dato (claim) necessario, per esempio exp o sub",
  expired: "è scaduto",
  form: "non è un JWT",
  issuer: "questo hub non ne conosce l'emittente",
  notYet: "non è ancora valido",
  signature: "la firma non è del suo emittente",
};

const noSuch: Texts<Listed> = {
  actions: "Nessuna azione",
  areas: "Nessuna area",
  centres: "Nessun centro",
  dataQualityIssues: "Nessun problema",
  expenditures: "Nessuna spesa",
  importRuns: "Nessuna importazione",
  indicators: "Nessun indicatore",
  locations: "Nessun luogo",
  organizations: "Nessuna organizzazione",
  partnerships: "Nessun partenariato",
  services: "Nessun servizio",
  servicesAtLocation: "Nessun servizio presso un centro",
  sourceRefs: "Nessuna fonte",
  strategies: "Nessuna strategia",
  taxonomyTerms: "Nessun termine",
};

const contents: Texts<Content> = {
  any: "un file",
  csv: "un CSV",
  json: "un JSON",
  nothing: "nulla",
  other: "altro",
  packed: "un file compresso",
  page: "una pagina web",
  xml: "un documento XML",
};

const obstacles: Texts<RollbackObstacle> = {
  isRollback: "ne ha annullata un'altra: importare di nuovo il file",
  ROLLED_BACK: "è già stata annullata",
  RUNNING: "non è terminata: avviare un'importazione, che chiude quella interrotta, oppure attendere",
};

const coverage = { actions: "azioni", cells: "celle", memberships: "ruoli", partnerships: "partenariati" };

function asPublished(separator: string | null, places: ColumnPlaces | null): string {
  const by = separator === "\t" ? "una tabulazione" : separator;
  const named = places?.columns.map(({ name, line }) => `${quoted(name)} alla riga ${line}`).join(", ");
  return [
    ...(by === null
      ? []
      : [`Usare il file così come è stato pubblicato: colonne separate da ${by}, nomi invariati.`]),
    ...(named
      ? [`Il file di mappatura ${places?.file} indica ${named}: correggerlo, o elencare gli altri nomi.`]
      : []),
  ].join(" ");
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${number(count)} ${many}`;
const percent = (share: number): string => `${number(Math.round(share * 100))}%`;
const bytes = (count: number): string => `${number(count)} byte`;
const tooManyBytes = ({ name, size, most }: Texts<"name"> & Numbers<"size" | "most">): string =>
  `${name} ha ${bytes(size)}; il limite è di ${bytes(most)}.`;

const cheaper =
  "Attendere. Costano meno le pagine più piccole (first) e meno campi; una GET ripetuta della stessa operazione, la cui risposta è conservata e non costa nulla; gli insiemi completi in /exports/. costOf indica il costo di un'operazione, rateLimit quanto resta; la chiave di un partner ha di più.";
const tryAgain = "Riprovare tra qualche secondo.";
const downloadLater = "Ripetere più tardi lo scaricamento. I dati dell'hub restano invariati.";
const publishersPage = "Cercare l'indirizzo attuale del file nella pagina dell'ente che lo pubblica.";
const makeRoom = "Liberare spazio sul disco che contiene la cartella dei dati, poi riprovare.";
const restoreFolder =
  "Spostare altrove l'intera cartella e sostituirla con l'ultima copia di sicurezza (docs/hosting.md). Senza una copia, avviare l'hub su una cartella vuota e importare di nuovo le fonti; le modifiche dei redattori vanno perse.";
const inParts = "Importarlo in più parti, per esempio per anno o per area.";
const someWords =
  "Scrivere alcune parole di un nome, di un luogo o di un bisogno, per esempio: centro anziani.";
const dates = "Scrivere AAAA, AAAA-MM oppure AAAA-MM-GG; un semestre è AAAA-S2, un trimestre AAAA-Q3.";
const starterFormat = "Correggere il file; data/README.md ne descrive il formato.";
const otherwiseBegin = "oppure omettere `after` per ricominciare dall'inizio.";

const notOfLevel = ({ code, level }: Texts<"code" | "level">) => ({
  message: `areas indica ${quoted(code)}, che qui non è un'area del livello ${level}.`,
  hint: `Cercare il codice con ${lookUp("areas", `(filter: { level: ${level} })`)}.`,
});

/** The errors of the hub in Italian, as an official of a city writes. */
export const errors: Translated<typeof en> = {
  ALREADY_EXISTS: {
    download: ({ folder, pid }) => ({
      message: `Un altro scaricamento (processo ${pid}) è in corso in ${folder}.`,
      hint: "Attenderne la fine, oppure indicare un'altra cartella.",
    }),
    record: ({ name }) => ({
      message: `Il record ${name} esiste già.`,
      hint: "Aggiornarlo, oppure indicare un altro codice.",
    }),
    retired: ({ name }) => ({
      message: `Il record ${name} esisteva ed è stato ritirato.`,
      hint: "Indicare un altro codice, oppure nessuno: in tal caso lo crea l'hub.",
    }),
  },
  ANSWER_TOO_LARGE: {
    file: ({ size, most, file }) => ({
      message: `Il file ha ${bytes(size)}; il limite è ${bytes(most)}.`,
      hint: `Restringere il filtro, oppure scaricare l'insieme intero da ${file}.`,
    }),
    graphql: ({ size, most }) => ({
      message: `La risposta ha ${bytes(size)}; il limite è di ${bytes(most)}.`,
      hint: "Chiedere pagine più piccole (first, after) o meno campi.",
    }),
    hsds: ({ size, most }) => ({
      message: `La risposta ha ${bytes(size)}; il limite è di ${bytes(most)}.`,
      hint: "Chiedere pagine più piccole (per_page), senza full, o scaricare l'intero insieme da /exports/.",
    }),
    whole: ({ size, most }) => ({
      message: `La risposta ha ${bytes(size)}; il limite è di ${bytes(most)}.`,
      hint: "Chiederne una parte, o scaricare l'intero insieme da /exports/.",
    }),
  },
  BAD_REQUEST: {
    changeByGet: {
      message: "Una richiesta GET può solo leggere, ma questa operazione è una modifica (mutation).",
      hint: "Inviarla con POST, come application/json.",
    },
    charset: ({ charset }) => ({
      message: `Il corpo della richiesta è dichiarato come ${charset}; è ammesso solo UTF-8.`,
      hint: "Inviare il testo in UTF-8.",
    }),
    contentType: ({ type }) => ({
      message: `Il corpo della richiesta è dichiarato come ${type}; è ammesso solo application/json.`,
      hint: "Inviare JSON con l'intestazione content-type: application/json.",
    }),
    json: {
      message: "Il corpo della richiesta non è un JSON valido.",
      hint: 'Inviare { "query": "…" } come application/json.',
    },
    method: ({ method }) => ({
      message: `GraphQL su HTTP non ammette il metodo ${method}.`,
      hint: "Usare GET o POST.",
    }),
    minVersion: {
      message: "extensions.minVersion deve essere un numero intero a partire da 0.",
      hint: "Indicare la versione di una risposta precedente (x-data-version), oppure ometterla.",
    },
    contentEncoding: ({ type }) => ({
      message: `Il corpo della richiesta è codificato come ${quoted(type)}; l'hub legge solo richieste non compresse.`,
      hint: "Inviarlo senza content-encoding: una richiesta è piccola.",
    }),
    damagedText: {
      message: "Il file non è in UTF-8: inviato come testo ha perso alcuni caratteri.",
      hint: "Inviare content-type: application/octet-stream, così i byte arrivano intatti, oppure salvare il file in UTF-8.",
    },
    uploadType: ({ type, accepted }) => ({
      message: `Il file di mappatura non legge contenuti di tipo ${quoted(type)}.`,
      hint: `Inviare content-type: ${accepted.join(" oppure ")}.`,
    }),
    noContentType: {
      message: "Il corpo della richiesta non ha un tipo di contenuto; è ammesso solo application/json.",
      hint: "Inviare JSON con l'intestazione content-type: application/json.",
    },
  },
  BAD_USER_INPUT: {
    hsdsParameter: ({ name, value, need }) => ({
      message: `Il parametro ${name} è ${quoted(value)}: ${hsdsNeeds[need]}.`,
      hint: "/hsds/docs elenca i parametri di ogni indirizzo.",
    }),
    hsdsPostcode: ({ postcode }) => ({
      message: `Nessun luogo ha coordinate e il CAP ${quoted(postcode)}: manca il centro per proximity.`,
      hint: "Omettere proximity, o indicare il CAP di un luogo in /hsds/locations.",
    }),
    variables: {
      message: "Le variabili non corrispondono a quelle dichiarate dall'operazione.",
      hint: "Indicare un valore del tipo dichiarato per ogni variabile senza valore predefinito.",
    },
    document: ({ problem }) => ({
      message: `Il testo non è un documento GraphQL di questo schema: ${problem}`,
      hint: "Indicare il testo completo di un'interrogazione, come stringa.",
    }),
    operation: {
      message:
        "Il testo non ha un'operazione con quel nome, oppure ne ha più d'una e nessun nome è stato indicato.",
      hint: "Indicare il nome di una delle sue operazioni.",
    },
    accessNear: {
      message: "filter.near è un cerchio, mentre l'accesso si calcola per aree intere.",
      hint: "Omettere filter.near; filter.area limita i centri a un'area.",
    },
    noPerson: {
      message: "Non è nominato nessuno.",
      hint: "Indicare --name, --email o --phone; ognuno si può ripetere.",
    },
    personEmail: {
      message: "--email non è un indirizzo di posta elettronica.",
      hint: "Per esempio: --email nome@example.org.",
    },
    personName: {
      message: "--name ha una sola parola: si cancellerebbe anche ogni omonimo.",
      hint: "Indicare nome e cognome, in qualsiasi ordine.",
    },
    personPhone: {
      message: "--phone non è un numero di telefono.",
      hint: 'Indicare almeno 6 cifre, per esempio --phone "+39 02 1234567".',
    },
    reasonNamesPerson: {
      message: "Il motivo nomina la persona: resterebbe nella cronologia.",
      hint: "Scrivere un motivo senza nome, indirizzo e numero, per esempio il numero della richiesta.",
    },
    address: {
      message:
        "--address richiede un codice, un segno di uguale e un indirizzo che inizi con https:// o http://.",
      hint: "Per esempio: --address my-source=https://example.it/graphql.",
    },
    backwards: ({ from, to }) => ({
      message: `openDuring inizia il ${from} e finisce il ${to}, che non è successivo.`,
      hint: "Indicare in to un momento successivo a from.",
    }),
    centreNotCounted: ({ code }) => ({
      message: `whatIf.close indica ${quoted(code)}, che non è tra i centri considerati.`,
      hint: "Indicare centri che soddisfano il filtro e hanno una posizione, per esempio ds3017:25.",
    }),
    currencies: (of) => ({
      message: `${quoted(of.from)} è in ${of.fromCurrency}, mentre ${quoted(of.to)} è in ${of.toCurrency}.`,
      hint: "Confrontare versioni nella stessa valuta.",
    }),
    zoneLevel: ({ level }) => ({
      message: `I record non si contano per aree di livello ${level}: non è noto quali vi si trovano.`,
      hint: "Contare per CITY, DISTRICT o NEIGHBOURHOOD. Solo la misura OBSERVATION ha valori di queste aree.",
    }),
    date: ({ given }) => ({ message: `Il valore ${quoted(given)} non è una data.`, hint: dates }),
    dimension: (of) => ({
      message: `${of.argument} contiene ${of.dimension}, che non è una dimensione di ${of.subject}.`,
      hint: `Le dimensioni di ${of.subject} sono ${of.known.join(", ")}.`,
    }),
    dimensionTwice: ({ dimension }) => ({
      message: `filter indica ${dimension} due volte.`,
      hint: "Riunire in una sola voce tutti i codici di una dimensione.",
    }),
    emptyDimension: ({ dimension }) => ({
      message: `filter non indica alcun codice di ${dimension}.`,
      hint: "Indicare almeno un codice, oppure omettere la dimensione per comprenderli tutti.",
    }),
    environment: ({ problems }) => ({
      message: `Le variabili d'ambiente non sono utilizzabili: ${problems.map(({ name, need }) => `${name} ${needs[need]}`).join("; ")}.`,
      hint: "Correggere le variabili indicate.",
    }),
    catalogue: ({ file, problems }) => ({
      message: `${file} non descrive chi pubblica un catalogo: ${problems}.`,
      hint: "Confrontarlo con data/catalogue/settings.json dell'hub.",
    }),
    exportFilter: ({ name, filters }) => ({
      message: `Questo insieme di file non ha il filtro ${quoted(name)}.`,
      hint: `${filters === "" ? "Non ha filtri: scaricarlo per intero" : `I suoi filtri sono: ${filters}`}. Omettere ogni altro parametro, anche quelli contro le cache: le risposte hanno un ETag.`,
    }),
    exportFilterValue: ({ name, value, expected }) => ({
      message: `${name} vale ${quoted(value)}, che non è ammesso, oppure è indicato due volte.`,
      hint: `Indicare una sola volta: ${expected}.`,
    }),
    fileExists: ({ file, option }) => ({
      message: `Il file ${file} esiste già: nulla è stato scritto.`,
      hint: `Indicare un altro file con ${option}.`,
    }),
    folderWithoutFiles: ({ folder, files }) => ({
      message: `La cartella ${folder} non contiene nessuno dei file conosciuti.`,
      hint: `File conosciuti: ${files.join(", ")}.`,
    }),
    filterUnder: ({ field }) => ({
      message: `L'elenco riguarda già un solo elemento: filter.${field} non può indicarne un altro.`,
      hint: `Omettere filter.${field}, oppure usarlo nell'elenco di tutto l'hub.`,
    }),
    fragility: ({ name }) => ({
      message: `${quoted(name)} parla di fragilità, ma tra le parti non vi sono sia il reddito sia la casa.`,
      hint: "Dare all'indice il nome delle sue parti, per esempio: anziani e persone che vivono sole.",
    }),
    fromOrRollback: {
      message: "Occorre indicare --from oppure --rollback.",
      hint: "Indicare --from <cartella> per importare, oppure --rollback <importazione> per annullarne una.",
    },
    goalposts: ({ indicator, low, high }) => ({
      message: `Gli estremi di ${indicator} sono ${low ?? "nessuno"} e ${high ?? "nessuno"}; occorre indicarli entrambi, con low minore di high.`,
      hint: "Indicarli entrambi come nella ricetta di una risposta precedente, oppure ometterli.",
    }),
    identifier: ({ identifier }) => ({
      message: `identifier è ${quoted(identifier)}: deve essere <scheme>:<value>, senza scheme e value a parte.`,
      hint: 'Per esempio identifier: "ds3017:25".',
    }),
    indicatorTwice: ({ code }) => ({
      message: `indicators indica due volte ${quoted(code)}.`,
      hint: "Indicarlo una sola volta, con un peso maggiore.",
    }),
    instant: ({ instant }) => ({
      message: `Il valore ${quoted(instant)} non è un istante.`,
      hint: "Scrivere data, ora e scarto secondo ISO 8601, per esempio 2026-06-01T09:00:00+02:00.",
    }),
    keyIncomplete: {
      message: "Un identificativo esterno richiede scheme e value.",
      hint: 'Per esempio scheme: "IPA", value: "c_f205", oppure identifier: "ds3017:25".',
    },
    language: ({ tag }) => ({
      message: `filter.language è ${quoted(tag)}, che non è un codice di lingua BCP 47 nella grafia consueta.`,
      hint: "Scrivere per esempio it, en o pt-BR.",
    }),
    levelAlone: {
      message: "filter.level va usato con un indicatore e un periodo, e senza un'area.",
      hint: 'Per esempio filter: { indicator: "share_65plus", period: "2024", level: NEIGHBOURHOOD }.',
    },
    mappingFaults: (of) => ({
      message: `Il file di mappatura ${of.file} ha ${counted(of.count, "un errore", "errori")}, a partire dalla riga ${of.line}.`,
      hint: "Correggere le righe indicate nel messaggio in inglese; docs/mapping-files.md spiega ogni parola.",
    }),
    mappingUnreadable: ({ file, reason }) => ({
      message: `Il file di mappatura ${file} non può essere letto (${reason}).`,
      hint: "Controllarne il nome e i permessi.",
    }),
    measureNeeds: ({ measure, need }) => ({
      message: `${measure} richiede l'argomento ${need}.`,
      hint: `Per esempio ${need === "strategy" ? 'strategy: "my-strategy"' : 'indicator: "residents"'}.`,
    }),
    mergedIntoItself: ({ code }) => ({
      message: `Il record ${code} non può essere unito a sé stesso.`,
      hint: "Indicare due record diversi.",
    }),
    sameAsItself: ({ code }) => ({
      message: `Il record ${code} non può essere un altro record di sé stesso.`,
      hint: "Indicare il record che rappresenta il luogo, o null.",
    }),
    actionOfOtherStrategy: ({ code, strategy, stated }) => ({
      message: `L'azione ${code} appartiene alla strategia ${strategy}, mentre la tappa indica ${stated}.`,
      hint: `Indicare ${strategy} come strategia, oppure un'azione di ${stated}.`,
    }),
    sameAsOfTwin: ({ code, standsFor }) => ({
      message: `Il record ${code} non può rappresentare il luogo: ${standsFor} rappresenta altri record, oppure ${code}.`,
      hint: "Indicare un solo record che rappresenti tutti gli altri.",
    }),
    neutral: ({ indicator }) => ({
      message: `L'indicatore ${indicator} è NEUTRAL: l'hub non stabilisce se un valore più alto sia migliore o peggiore.`,
      hint: "Indicarne la polarità: HIGHER_IS_BETTER o HIGHER_IS_WORSE.",
    }),
    noFile: ({ file }) => ({
      message: `Il file ${file} non esiste.`,
      hint: "Indicare un file CSV o GeoJSON.",
    }),
    noFolder: ({ folder }) => ({
      message: `La cartella ${folder} non esiste.`,
      hint: "Indicare la cartella che contiene i file scaricati.",
    }),
    noReference: ({ area, period, codes }) => ({
      message: `Per ${area} mancano i valori del periodo ${period} di: ${codes.join(", ")}.`,
      hint: "Scegliere un altro riferimento, o un metodo che non lo richieda: MPI, MIN_MAX_MEAN, Z_SCORE_MEAN.",
    }),
    notAdded: ({ measure, dimension }) => ({
      message: `${measure} di più gruppi di ${dimension} non si somma mai.`,
      hint: `Aggiungere ${dimension} a groupBy, oppure limitarla con il filtro a un solo codice.`,
    }),
    notAggregated: ({ code, aggregation }) => ({
      message: `Dai valori di ${quoted(code)} per area non si ricava il valore di un'area più grande: la sua regola di aggregazione è ${aggregation}.`,
      hint: "Richiedere un livello per cui l'indicatore è pubblicato, o un indicatore con la regola SUM o WEIGHTED_MEAN.",
    }),
    notNull: ({ field }) => ({
      message: `Il campo ${field} non può essere null.`,
      hint: "Omettere il campo per lasciarne invariato il valore.",
    }),
    notOfLevel,
    notRelated: ({ measure }) => ({
      message: `I valori di ${measure} non si possono rapportare alle persone con per.`,
      hint: "Omettere per, oppure chiedere solo CENTRES e SERVICES.",
    }),
    noPeriod: ({ indicator }) => ({
      message: `${indicator} non ha valori in alcun periodo: non esiste un periodo più recente.`,
      hint: "Indicare un periodo, oppure vedere `periods` dell'indicatore.",
    }),
    notSummable: ({ argument, code }) => ({
      message: `${argument} è ${quoted(code)}, che non conta persone: i suoi valori non si possono sommare.`,
      hint: "Indicare un indicatore con l'aggregazione SUM, per esempio residents o residents_65plus.",
    }),
    notWritable: ({ place, reason }) => ({
      message: `Non è possibile scrivere in ${place} (${reason}).`,
      hint: "Controllare che la cartella esista e i suoi permessi, oppure indicare un'altra destinazione.",
    }),
    otherYear: ({ indicator, period }) => ({
      message: `L'indicatore ${indicator} è richiesto per ${period}, che non rientra nell'anno di ogni periodo.`,
      hint: "I valori non si riportano da un anno all'altro: richiedere solo periodi di quell'anno.",
    }),
    developmentOnly: {
      message:
        "I token di sviluppo si firmano accanto a una cartella dei dati, e questo hub ha un altro archivio.",
      hint: "Usare in questo caso l'emittente della propria organizzazione, oppure una chiave.",
    },
    endedKey: ({ id }) => ({
      message: `La chiave ${quoted(id)} è stata revocata o è scaduta.`,
      hint: "Creare una nuova chiave: si può sostituire solo una chiave ancora valida.",
    }),
    erasedPerson: ({ argument }) => ({
      message: `${argument} nomina una persona i cui dati sono stati cancellati dall'hub su sua richiesta.`,
      hint: "Togliere nome, indirizzo e numero di questa persona. Nulla è stato modificato.",
    }),
    hiddenCharacters: ({ argument }) => ({
      message: `${argument} contiene caratteri di controllo o che invertono la direzione del testo.`,
      hint: "Digitare di nuovo il testo invece di copiarlo.",
    }),
    instantRange: ({ argument, instant }) => ({
      message: `${argument} è ${quoted(instant)}; gli orari si calcolano dall'anno 1900 al 2199.`,
      hint: "Indicare un istante compreso in questi anni.",
    }),
    labelLength: ({ length, smallest, largest }) => ({
      message: `label ha ${counted(length, "un solo carattere", "caratteri")}; deve averne da ${smallest} a ${largest}.`,
      hint: "Indicare in poche parole a che cosa serve la chiave, per esempio il nome del programma che la usa.",
    }),
    noScope: {
      message: "Una chiave senza ambiti (scopes) non permetterebbe nulla.",
      hint: "Indicare almeno un ambito, per esempio write:own.",
    },
    unknownScope: ({ name, known }) => ({
      message: `${quoted(name)} non è un ambito (scope) di questo hub.`,
      hint: `Indicarne alcuni tra ${known.join(", ")}, separati da virgole.`,
    }),
    outOfBounds: (of) => ({
      message: `Il valore di ${of.argument} è ${number(of.value)}; deve essere compreso tra ${number(of.smallest)} e ${number(of.largest)}.`,
      hint: `Indicare un valore da ${number(of.smallest)} a ${number(of.largest)}.`,
    }),
    point: ({ argument, latitude, longitude }) => ({
      message: `Il punto di ${argument} (latitudine ${latitude}, longitudine ${longitude}) non è un luogo sulla Terra.`,
      hint: "La latitudine va da -90 a 90 e la longitudine da -180 a 180, in gradi; l'Italia ha latitudini da 35 a 47 e longitudini da 6 a 19.",
    }),
    portTaken: ({ port }) => ({
      message: `La porta ${port} è già occupata.`,
      hint: "Assegnare a PORT un'altra porta.",
    }),
    dryRun: ({ value }) => ({
      message: `dryRun è ${quoted(value)}.`,
      hint: "Indicare true per vedere che cosa cambierebbe il file, oppure ometterlo.",
    }),
    decided: ({ id, status }) => ({
      message: `La proposta ${quoted(id)} non può essere decisa: il suo stato è ${status}.`,
      hint: "Si può accettare o respingere solo una proposta PENDING; una in corso di accettazione si può solo accettare.",
    }),
    nothingProposed: ({ name }) => ({
      message: `${name} ha già questi valori.`,
      hint: "Proporre valori diversi da quelli del record.",
    }),
    notMerged: ({ type }) => ({
      message: `I record di tipo ${type} non si possono unire.`,
      hint: "Si possono unire centri, organizzazioni e servizi. Proporre una modifica dell'altro record e il ritiro di questo.",
    }),
    oneRecord: {
      message: "Una proposta riguarda un solo record e una sola modifica.",
      hint: "Indicare uno solo tra centre, milestone, organization, service, serviceAtLocation, retire e merge; e code ed expectedVersion insieme, oppure nessuno dei due per un nuovo record.",
    },
    reasonBlank: {
      message: "reason è vuoto.",
      hint: "Indicare in poche parole perché il record cambia: la cronologia lo mostra.",
    },
    reasonTooLong: ({ length, most }) => ({
      message: `reason ha ${number(length)} caratteri; il limite è di ${number(most)}.`,
      hint: "Abbreviarlo e inviare di nuovo la modifica.",
    }),
    requestKey: {
      message: "requestKey deve contenere da 8 a 100 lettere, cifre o . _ : -.",
      hint: "Correggerla e inviare di nuovo la modifica.",
    },
    rollback: ({ code, why }) => ({
      message: `L'importazione ${code} ${obstacles[why]}.`,
      hint: "Annullare un'importazione terminata e ancora valida.",
    }),
    searchLength: ({ length, smallest, largest }) => ({
      message:
        length === 0
          ? `Il testo è vuoto; deve avere da ${smallest} a ${largest} caratteri.`
          : `Il testo ha ${counted(length, "un solo carattere", "caratteri")}; deve averne da ${smallest} a ${largest}.`,
      hint: someWords,
    }),
    searchWithoutWords: { message: "Il testo non contiene né lettere né cifre.", hint: someWords },
    searchWords: ({ count, most }) => ({
      message: `Il testo ha ${number(count)} parole diverse; il limite è di ${number(most)}.`,
      hint: someWords,
    }),
    secondCircle: {
      message: "filter.near è un secondo cerchio oltre a point e withinMetres.",
      hint: "Omettere filter.near: il cerchio è dato da point e withinMetres.",
    },
    severalCities: {
      message: "Le aree non appartengono a un'unica città: manca la città con cui confrontarle.",
      hint: "Indicare una città, oppure un'area in reference.",
    },
    sortWithoutPoint: {
      message: "sort è DISTANCE, ma filter.near non indica un punto.",
      hint: "Aggiungere al filtro near: { point, withinMetres }.",
    },
    fetchedSource: ({ code, file }) => ({
      message: `Nella casella di consegna si trova ${quoted(file)}, ma l'hub scarica da sé il file di ${code}.`,
      hint: "Toglierlo dalla casella. Se ora il file è consegnato a mano, indicare nel file di mappatura un'origine di tipo inbox.",
    }),
    nothingToRead: {
      message: "L'hub non ha fonti da scaricare né fonti consegnate nella casella.",
      hint: "Scrivere un file di mappatura con un'origine, o fermare l'importazione periodica.",
    },
    sourcesWithoutOrigin: ({ codes }) => ({
      message: `I file di mappatura di queste fonti non indicano da dove arriva il file: ${codes.join(", ")}.`,
      hint: "Scrivere origin: l'indirizzo del file, il dataset di un portale, o kind: inbox per un file consegnato nella casella.",
    }),
    tooWide: {
      message: "filter non indica né un'area né un indicatore.",
      hint: 'Indicarne almeno uno, per esempio filter: { area: "nil:42" }.',
    },
    webhookLabel: ({ length, smallest, largest }) => ({
      message: `label ha ${counted(length, "un solo carattere", "caratteri")}; deve averne da ${smallest} a ${largest}.`,
      hint: "Indicare in poche parole quale programma riceve le modifiche.",
    }),
    webhookUrl: ({ why }) => ({
      message: `A questo indirizzo non si possono inviare messaggi: ${webhookUrlFaults[why]}.`,
      hint: "Indicare l'indirizzo di un ricevente su Internet, per esempio https://partner.example.org/modifiche.",
    }),
    wholeDay: ({ argument, date }) => ({
      message: `Il valore di ${argument} è ${date}; deve essere un giorno intero.`,
      hint: "Scrivere AAAA-MM-GG.",
    }),
    wrongCount: (of) => ({
      message:
        of.count === 0
          ? `${of.argument} è vuoto; deve contenere da ${number(of.smallest)} a ${number(of.largest)} voci.`
          : `${of.argument} contiene ${counted(of.count, "una sola voce", "voci")}; deve contenerne da ${number(of.smallest)} a ${number(of.largest)}.`,
      hint: `Indicarne da ${number(of.smallest)} a ${number(of.largest)}.`,
    }),
  },
  DEADLINE_EXCEEDED: {
    upload: ({ seconds }) => ({
      message: `Dopo ${counted(seconds, "secondo", "secondi")} il file non era stato letto fino alla fine. Le righe lette sono archiviate.`,
      hint: "Inviare di nuovo lo stesso file: l'hub continua da lì.",
    }),
    dryUpload: ({ seconds }) => ({
      message: `Dopo ${counted(seconds, "secondo", "secondi")} la prova non era completa.`,
      hint: "Dividere il file in più file, ciascuno con l'intestazione.",
    }),
    deadline: ({ milliseconds }) => ({
      message: `La risposta non era completa dopo ${number(milliseconds)} millisecondi: l'hub si è fermato.`,
      hint: "Chiedere pagine più piccole o meno campi, oppure riprovare quando l'hub è meno occupato.",
    }),
  },
  FORBIDDEN: {
    foreignDependant: ({ name, subject, organization }) => ({
      message: `L'unione modificherebbe anche ${name}, che rimanda a ${subject} e non appartiene a ${organization}.`,
      hint: "Nulla è stato modificato. Chiedere l'unione ai redattori della città.",
    }),
    givenAway: ({ name, organization }) => ({
      message: `${name} non apparterrebbe più a ${organization}.`,
      hint: "Omettere il campo che indica un'altra organizzazione, oppure rivolgersi ai redattori della città.",
    }),
    noOrganization: {
      message: "Il token non indica un'organizzazione: nessun record è quindi proprio.",
      hint: "Chiedere all'emittente del token il dato (claim) con il codice della propria organizzazione.",
    },
    notOwn: ({ name, organization }) => ({
      message: `${name} non appartiene a ${organization}, per cui agisce questa chiave o questo token.`,
      hint: "Modificare i record della propria organizzazione; per gli altri rivolgersi ai redattori della città.",
    }),
    notThroughEdge: {
      message: "Questo indirizzo risponde soltanto al punto di accesso dell'hub.",
      hint: "Inviare la richiesta all'indirizzo pubblico dell'hub.",
    },
    otherKey: ({ id }) => ({
      message: `La chiave ${quoted(id)} è di un'altra organizzazione, oppure ha più diritti di quella usata.`,
      hint: "Usare una chiave con tutti gli ambiti di quella, oppure rivolgersi a un amministratore dell'hub.",
    }),
    otherKeys: {
      message: "Queste chiavi sono di altre organizzazioni.",
      hint: "Chiedere le chiavi della propria organizzazione; un amministratore le vede tutte.",
    },
    otherTrail: {
      message: "Questo registro delle modifiche è di un'altra organizzazione.",
      hint: "Chiedere il registro della propria organizzazione; i redattori della città li vedono tutti.",
    },
    otherOwner: ({ name, organization }) => ({
      message: `${name} apparterrebbe a ${organization}, che non è la propria organizzazione.`,
      hint: "Solo i redattori della città possono affidare un record a un'altra organizzazione.",
    }),
    otherWebhook: ({ id }) => ({
      message: `Il webhook ${quoted(id)} è di un'altra organizzazione.`,
      hint: "Indicare l'id di un webhook della propria organizzazione; `webhooks` li elenca.",
    }),
    otherWebhooks: {
      message: "Questi webhook sarebbero di un'altra organizzazione.",
      hint: "Usare i webhook della propria organizzazione; un amministratore può usarli tutti.",
    },
    otherProposals: {
      message: "Queste proposte sono visibili ad altre organizzazioni.",
      hint: "Chiedere quelle della propria organizzazione; i revisori le vedono tutte.",
    },
    reviewed: ({ type }) => ({
      message: `La città esamina le modifiche dei record di tipo ${type}.`,
      hint: "Inviare la modifica con proposeChange: un revisore la accetta o la respinge. Con retire e merge si propone di ritirare o unire un record.",
    }),
    notUploaded: ({ type }) => ({
      message: `I record di tipo ${type} non appartengono ad alcuna organizzazione.`,
      hint: "Un file inviato modifica centri, tappe, organizzazioni, servizi e le loro sedi.",
    }),
    scope: ({ scope }) => ({
      message: `Occorre l'ambito (scope) ${scope}, che la chiave o il token non ha.`,
      hint: "Chiedere a un amministratore dell'hub una chiave con questo ambito.",
    }),
  },
  IMPORT_RUNNING: {
    running: ({ holder, expiresAt }) => ({
      message: `È in corso un'importazione di ${holder}; il suo turno vale fino a ${expiresAt}, se non viene rinnovato.`,
      hint: "Attenderne la fine, oppure indicare un --wait più lungo. Il turno di un'importazione interrotta scade da sé.",
    }),
  },
  INTERNAL_SERVER_ERROR: {
    masked: {
      message: "Si è verificato un errore nell'hub.",
      hint: "Riprovare; se l'errore si ripete, segnalarlo con l'identificativo della richiesta.",
    },
  },
  INVALID_CURSOR: {
    expired: ({ cursor }) => ({
      message: `Il cursore ${quoted(cursor)} ha più di 30 giorni oppure precede un ripristino dell'hub.`,
      hint: "Ricominciare dall'esportazione /exports: exports/index.json indica il cursore della sua versione.",
    }),
    notOfHub: ({ cursor }) => ({
      message: `Il cursore ${quoted(cursor)} non è un cursore di questo hub.`,
      hint: `Usare l'endCursor di una pagina precedente, ${otherwiseBegin}`,
    }),
    nothingThere: ({ cursor }) => ({
      message: `Il cursore ${quoted(cursor)} non indica nulla in questo elenco.`,
      hint: `Usare l'endCursor di una pagina precedente di questo elenco, ${otherwiseBegin}`,
    }),
    otherList: ({ cursor }) => ({
      message: `Il cursore ${quoted(cursor)} appartiene a un altro elenco o filtro.`,
      hint: `Usare l'endCursor della stessa interrogazione con lo stesso filtro, ${otherwiseBegin}`,
    }),
  },
  INVALID_ID: {
    unknown: ({ id }) => ({
      message: `${quoted(id)} non è un id di questo hub.`,
      hint: "Usare il campo id di un oggetto restituito dall'hub. I codici come nil:42 vanno in area(code:) e campi simili.",
    }),
  },
  INVALID_RECORD: {
    field: ({ field, value, ruleIt }) => ({
      message: `Il valore di ${field} è ${value}: ${ruleIt}.`,
      hint: "Correggere il campo e inviare di nuovo la modifica.",
    }),
    impossible: ({ record, code, problemsIt }) => ({
      message: `${record} ${code} non può essere vero: ${problemsIt}.`,
      hint: "Correggere i campi indicati nella fonte e importarla di nuovo.",
    }),
    otherContent: ({ name }) => ({
      message: `Il record ${name} esiste già con un altro contenuto: a un registro si può solo aggiungere.`,
      hint: "Aggiungere un record distinto che lo corregga.",
    }),
    otherZone: ({ zone, timezone }) => ({
      message: `Un orario del fuso ${zone} non può appartenere a un luogo del fuso ${timezone}.`,
      hint: "Indicare tutti gli orari di un luogo nel fuso orario del luogo.",
    }),
    totalTooLarge: ({ code, value }) => ({
      message: `Il totale di ${code} è ${value}, troppo grande per essere esatto.`,
      hint: "Cercare una cella con troppe cifre.",
    }),
  },
  LEASE_LOST: {
    lost: ({ at }) => ({
      message: `Questa importazione ha tardato tanto che un'altra ne ha preso il posto; si è fermata a ${at}.`,
      hint: "Nulla di quanto scritto dall'altra è stato sovrascritto. Ripetere l'importazione se ancora necessaria.",
    }),
  },
  LIMIT_EXCEEDED: {
    webhooks: ({ most }) => ({
      message: `L'organizzazione ha già ${most} webhook.`,
      hint: "Eliminarne uno, oppure ampliare il filtro di uno di essi.",
    }),
    uploadBody: ({ most }) => ({
      message: `Il file supera il limite di ${bytes(most)}.`,
      hint: "Dividerlo in più file, ciascuno con l'intestazione.",
    }),
    pendingProposals: ({ most }) => ({
      message: `${number(most)} proposte dell'organizzazione attendono già una decisione.`,
      hint: "Attendere che un revisore ne decida alcune.",
    }),
    liveKeys: ({ label, most }) => ({
      message: `L'organizzazione ha già ${most} chiavi valide con l'etichetta ${quoted(label)}.`,
      hint: "Revocarne una oppure scegliere un'altra etichetta.",
    }),
    hsdsWhole: ({ count, most }) => ({
      message: `L'elenco ha ${number(count)} righe; senza pagine il limite è ${number(most)}.`,
      hint: "Chiedere pagine (page, per_page), restringere i filtri, o scaricare l'intero insieme da /exports/.",
    }),
    aliases: ({ found, most }) => ({
      message: `L'interrogazione ha ${number(found)} alias; il limite è di ${number(most)}.`,
      hint: "Dividerla in più interrogazioni.",
    }),
    cells: ({ count, most }) => ({
      message: `I totali avrebbero ${number(count)} celle; il limite è di ${number(most)}.`,
      hint: "Raggruppare per meno dimensioni, o per aree più grandi.",
    }),
    cost: ({ units, most, where, share }) => ({
      message: `L'operazione può costare ${number(units)} unità; il limite è ${number(most)}. Il ${percent(share)} è dovuto a ${where}.`,
      hint: "Chiedere lì pagine più piccole (first) o meno campi; costOf calcola il costo di un'operazione senza eseguirla.",
    }),
    estimatedBytes: ({ size, most, where, share }) => ({
      message: `La risposta può avere ${bytes(size)}; il limite è di ${bytes(most)}. Il ${percent(share)} è dovuto a ${where}.`,
      hint: "Chiedere lì pagine più piccole (first, after) o meno campi.",
    }),
    coverage: ({ most, what }) => ({
      message: `La matrice di copertura avrebbe più di ${number(most)} ${coverage[what]}.`,
      hint: "Costruirla a partire dalle azioni e dai partenariati della strategia.",
    }),
    dense: ({ most }) => ({
      message: `Più di ${number(most)} centri si trovano in una sola cella della ricerca.`,
      hint: "Richiedere meno centri o un raggio minore.",
    }),
    depth: ({ found, most }) => ({
      message: `L'interrogazione annida i campi su ${number(found)} livelli; il limite è di ${number(most)}.`,
      hint: "Dividerla in più interrogazioni.",
    }),
    directives: ({ found, most }) => ({
      message: `L'interrogazione ha ${number(found)} direttive; il limite è di ${number(most)}.`,
      hint: "Usare meno direttive.",
    }),
    document: (of) => ({
      message: tooManyBytes(of),
      hint: "Nulla è stato pubblicato; resta valida la pubblicazione precedente.",
    }),
    duration: ({ from, to, most }) => ({
      message: `Da ${from} a ${to} sono più di ${number(most)} giorni.`,
      hint: `Richiedere al massimo ${number(most)} giorni alla volta.`,
    }),
    ids: ({ count, most }) => ({
      message: `Sono stati indicati ${number(count)} id; il limite è di ${number(most)}.`,
      hint: `Dividerli in interrogazioni di ${number(most)}.`,
    }),
    identified: ({ identifier, most }) => ({
      message: `Più di ${number(most)} record hanno l'identificativo esterno ${identifier}.`,
      hint: "L'identificativo di un registro designa una sola cosa: correggerlo nelle fonti che lo ripetono.",
    }),
    issues: ({ most }) => ({
      message: `I problemi di qualità dei dati sono più di ${number(most)}.`,
      hint: "Correggere il file da cui deriva la maggior parte e importarlo di nuovo.",
    }),
    issuesOfRecord: ({ name, most }) => ({
      message: `Il record ${name} ha più di ${number(most)} problemi di qualità dei dati.`,
      hint: "Scorrere dataQualityIssues con filter: { record: … }.",
    }),
    items: ({ field, count, most }) => ({
      message: `${field} ha ${number(count)} elementi; il limite è di ${number(most)}.`,
      hint: "Chiederne una parte: un periodo più breve, meno aree, o un elenco a pagine (first, after).",
    }),
    linkedRecords: ({ name, most }) => ({
      message: `Il record ${name} rimanda a più di ${number(most)} record.`,
      hint: "Scorrere invece centres o services con filter: { area: … }.",
    }),
    list: ({ type, most }) => ({
      message: `L'elenco contiene più di ${number(most)} record di tipo ${type}.`,
      hint: "Comporre la risposta a partire dalle pagine dell'elenco.",
    }),
    mappingFiles: ({ folder, count, most }) => ({
      message: `La cartella ${folder} contiene ${number(count)} file di mappatura; il limite è di ${number(most)}.`,
      hint: "Importarli da più cartelle.",
    }),
    ordered: ({ most }) => ({
      message: `Occorrerebbe ordinare più di ${number(most)} record.`,
      hint: "Restringere il filtro, per esempio a un'area o a un cerchio più piccoli, o usare l'ordine predefinito.",
    }),
    pairs: ({ most }) => ({
      message: `Occorrerebbe confrontare più di ${number(most)} coppie di punti e centri.`,
      hint: "Ridurre i minuti a piedi, indicare una città, o ridurre i centri con il filtro.",
    }),
    partition: ({ partition, most }) => ({
      message: `${partition} ha più di ${number(most)} record.`,
      hint: "Tenere meno record in un solo hub.",
    }),
    placesOfService: ({ partition, most }) => ({
      message: `${partition} ha più di ${number(most)} voci.`,
      hint: "Dividere il servizio in più servizi, per esempio uno per quartiere.",
    }),
    requestBody: ({ most }) => ({
      message: `Il corpo della richiesta supera ${bytes(most)}.`,
      hint: "Usare variabili e interrogazioni più brevi.",
    }),
    sample: (of) => ({ message: tooManyBytes(of), hint: "Indicarne una parte." }),
    exportRecords: ({ most, file }) => ({
      message: `Il file avrebbe più di ${number(most)} righe.`,
      hint: `Restringere il filtro, oppure scaricare l'insieme intero da ${file}.`,
    }),
    selected: ({ most }) => ({
      message: `Occorrerebbe esaminare più di ${number(most)} record.`,
      hint: "Indicare nel filtro un'area più piccola.",
    }),
    storePages: ({ pages }) => ({
      message: `Occorrerebbe leggere più di ${number(pages)} MB dell'archivio.`,
      hint: "Indicare un'area più piccola o un filtro più stretto.",
    }),
    work: ({ most }) => ({
      message: `L'operazione richiedeva più di ${number(most)} unità di lavoro: l'hub si è fermato.`,
      hint: "Chiedere pagine più piccole (first), meno campi o un filtro più stretto.",
    }),
  },
  PAGE_SIZE_OUT_OF_RANGE: {
    first: ({ first, smallest, largest }) => ({
      message: `Il valore di first è ${number(first)}; deve essere compreso tra ${smallest} e ${largest}.`,
      hint: `Richiedere al massimo ${largest} elementi e proseguire con after: pageInfo.endCursor.`,
    }),
  },
  PERSISTED_QUERY_NOT_FOUND: {
    notRegistered: {
      message: "L'operazione non è registrata con questo hash.",
      hint: "Inviare il testo dell'operazione in query: solo le operazioni di schema/operations.json si possono indicare con il loro hash.",
    },
  },
  POINT_OUTSIDE_COVERAGE: {
    outside: ({ latitude, longitude }) => ({
      message: `Il punto a latitudine ${latitude}, longitudine ${longitude} è fuori da ogni area di questo hub.`,
      hint: "Controllare che latitudine e longitudine non siano scambiate; { areas(filter: { level: CITY }) { nodes { boundingBox { west south east north } } } } mostra il territorio coperto.",
    }),
  },
  RATE_LIMITED: {
    empty: ({ units, remaining, limit, seconds }) => ({
      message: `Ogni richiesta costa almeno ${number(units)} unità; a questo chiamante ne restano ${number(remaining)} su ${number(limit)}, e ne avrà abbastanza per la meno costosa tra ${counted(seconds, "un secondo", "secondi")}.`,
      hint: cheaper,
    }),
    units: ({ units, remaining, limit, seconds }) => ({
      message: `La richiesta costa ${number(units)} unità; a questo chiamante ne restano ${number(remaining)} su ${number(limit)}, e ne avrà abbastanza tra ${counted(seconds, "un secondo", "secondi")}.`,
      hint: cheaper,
    }),
    waiting: ({ most }) => ({
      message: `${number(most)} richieste di questo chiamante sono già in attesa.`,
      hint: "Inviare la prossima richiesta dopo una risposta: poche richieste per volta ricevono risposta altrettanto presto.",
    }),
    wrongKeys: ({ seconds }) => ({
      message: `Troppe chiavi o token errati da questo indirizzo o per questa chiave; il prossimo sarà verificato tra ${counted(seconds, "un secondo", "secondi")}.`,
      hint: "Correggere la chiave nel programma che la invia, oppure omettere l'intestazione authorization per leggere ciò che è pubblico. Una chiave giusta funziona subito.",
    }),
  },
  REQUEST_KEY_REUSED: {
    reused: ({ requestKey }) => ({
      message: `La chiave di richiesta ${quoted(requestKey)} è già stata usata per un'altra modifica.`,
      hint: "Creare una nuova chiave per ogni modifica; ripetere quella precedente solo con la stessa identica modifica.",
    }),
  },
  SERVICE_UNAVAILABLE: {
    busy: { message: "L'archivio è al momento sovraccarico o troppo lento.", hint: tryAgain },
    contended: {
      message: "Altri hanno scritto più volte lo stesso record nello stesso momento.",
      hint: tryAgain,
    },
    failed: {
      message: "L'archivio non è riuscito a eseguire una richiesta.",
      hint: `${tryAgain} Se l'errore si ripete, consultare il registro dell'archivio.`,
    },
    folderFull: ({ dataDir, reason }) => ({
      message: `La cartella dei dati ${dataDir} non è utilizzabile: ${reason}.`,
      hint: makeRoom,
    }),
    folderInUse: ({ dataDir }) => ({
      message: `Un altro comando sta usando ${dataDir}.`,
      hint: "Attenderne la fine, poi riprovare.",
    }),
    full: { message: "Il disco dell'archivio è pieno.", hint: makeRoom },
    incomplete: ({ left, count }) => ({
      message: `L'archivio è sovraccarico: ${number(left)} elementi su ${number(count)} non sono stati elaborati.`,
      hint: tryAgain,
    }),
    issuer: {
      message: "L'emittente del token non risponde: il token non può essere verificato.",
      hint: "Riprovare tra qualche minuto, oppure usare una chiave API.",
    },
    noAnswer: {
      message: "L'archivio non ha risposto in tempo o ha interrotto la risposta.",
      hint: tryAgain,
    },
    noSearchIndex: {
      message: "La ricerca non è ancora disponibile: nessun indice di questa versione è stato pubblicato.",
      hint: "Importare dei dati, oppure avviare l'hub con i dati iniziali: l'indice viene pubblicato in entrambi i casi.",
    },
    notPublished: ({ version }) => ({
      message: `La versione ${number(version)} dei dati non è ancora pubblicata.`,
      hint: "Riprovare tra qualche secondo, oppure omettere extensions.minVersion per leggere la versione pubblicata.",
    }),
    publishing: {
      message: "È in corso la pubblicazione di una nuova versione dei dati.",
      hint: tryAgain,
    },
    waiting: ({ most }) => ({
      message: `${number(most)} richieste sono già in attesa.`,
      hint: tryAgain,
    }),
    unavailable: {
      message: "L'archivio è al momento sovraccarico, troppo lento o non disponibile.",
      hint: tryAgain,
    },
    unreachable: {
      message: "L'archivio non è raggiungibile.",
      hint: "Controllare che sia in funzione, e il suo indirizzo (VICINATO_DYNAMODB_ENDPOINT).",
    },
  },
  SOURCE_UNREACHABLE: {
    downgrade: ({ url }) => ({
      message: `${url} rimanda da https a http, dove chiunque può alterare i dati durante il trasferimento.`,
      hint: "Cercare l'indirizzo attuale del file.",
    }),
    gaveUp: ({ url, attempts }) => ({
      message: `${url} non risponde come dovrebbe, dopo ${counted(attempts, "un tentativo", "tentativi")}.`,
      hint: downloadLater,
    }),
    incomplete: ({ url }) => ({
      message: `Non è stato possibile leggere ${url} per intero.`,
      hint: downloadLater,
    }),
    notHttp: ({ url }) => ({
      message: `${url} non è un indirizzo http o https.`,
      hint: "Correggere l'indirizzo nella fonte.",
    }),
    redirects: ({ url, followed }) => ({
      message: `${url} rimanda ad altri indirizzi senza fine (${number(followed)} seguiti).`,
      hint: publishersPage,
    }),
    redirectsElsewhere: ({ url }) => ({
      message: `${url} rimanda a un indirizzo che non è http o https.`,
      hint: "Correggere l'indirizzo nella fonte.",
    }),
    status: ({ url, status }) => ({
      message: `${url} risponde ${status}.`,
      hint:
        status === 401 || status === 403
          ? "L'ente richiede un'autorizzazione, o non ammette più i programmi: rivolgersi all'ente."
          : publishersPage,
    }),
    tookTooLong: ({ url, seconds }) => ({
      message: `Dopo ${number(seconds)} secondi ${url} non era ancora completo.`,
      hint: "Ripetere lo scaricamento: riprende da dove si è fermato, se il server lo consente.",
    }),
    wait: ({ url, seconds }) => ({
      message: `${url} chiede di attendere almeno ${number(seconds)} secondi.`,
      hint: "Ripetere lo scaricamento dopo tale tempo: una richiesta anticipata può far bloccare questa macchina.",
    }),
  },
  SOURCE_UNREADABLE: {
    binary: ({ kind }) => ({
      message: `Il file è ${binaryFiles[kind][0]}: l'hub non può leggerlo.`,
      hint: binaryFiles[kind][1],
    }),
    changed: ({ file }) => ({
      message: `Il file ${file} è cambiato durante la lettura.`,
      hint: "Importarlo di nuovo quando nessun programma lo scrive.",
    }),
    checksum: (of) => ({
      message: `${of.url} ha ${of.algorithm} ${of.found}, ma l'ente che lo pubblica dichiara ${of.stated}.`,
      hint: "Il file è stato alterato durante il trasferimento, o il catalogo non è aggiornato: chiedere all'ente quale dei due valori è giusto.",
    }),
    columnsMissing: ({ missing, found, separator, places }) => ({
      message: `Il file non ha la colonna ${missing.map((names) => names.map(quoted).join(" o ")).join(", ")}. Contiene: ${quotedList(found.slice(0, 40))}.`,
      hint: asPublished(separator, places),
    }),
    columnsTwice: ({ twice, found, separator, places }) => ({
      message: `Il file ha due volte la colonna ${quotedList(twice)}. Contiene: ${quotedList(found.slice(0, 40))}.`,
      hint: asPublished(separator, places),
    }),
    content: ({ url, found, wanted }) => ({
      message: `${url} fornisce ${contents[found]} al posto di ${contents[wanted]}.`,
      hint: "Aprire l'indirizzo in un browser: il file può essere stato spostato. Resta valido lo scaricamento precedente.",
    }),
    coordinates: ({ name, known }) => ({
      message: `Le coordinate sono in ${name}, che l'hub non conosce.`,
      hint: `Esportare il livello in EPSG:4326, o in uno di ${known.join(", ")}.`,
    }),
    damagedSpreadsheet: {
      message:
        "Il file sembra un foglio di calcolo Excel o OpenDocument (uno ZIP), ma non contiene un foglio leggibile.",
      hint: "Aprirlo in un programma di calcolo e salvarlo di nuovo, o salvare il foglio come CSV UTF-8.",
    },
    empty: { message: "Il file è vuoto.", hint: "Scaricarlo di nuovo." },
    headerFurtherDown: ({ line, skipRows }) => ({
      message: `I nomi delle colonne sono alla riga ${line}; prima c'è altro testo.`,
      hint: `Scrivere skipRows: ${skipRows} sotto file nel file di mappatura.`,
    }),
    encoding: ({ byte, line }) => ({
      message: `Il file non è in UTF-8 al byte ${byte} (riga ${line}).`,
      hint: "Salvarlo in UTF-8 e importarlo di nuovo. Nei fogli di calcolo il formato si chiama “CSV UTF-8”.",
    }),
    files: ({ url, count, wanted, found }) => ({
      message: `${url} ha ${counted(count, "un file", "file")} con le caratteristiche ${wanted}; contiene: ${found || "nulla"}.`,
      hint: "Indicare il file nell'origine della fonte con il suo nome o id.",
    }),
    form: ({ url, start }) => ({
      message: `${url} risponde con un JSON di forma inattesa: ${quoted(start)}.`,
      hint: "Confrontare la risposta con la documentazione dell'API: la versione può essere cambiata.",
    }),
    goneFromInbox: ({ file }) => ({
      message: `Nella casella di consegna non c'è il file ${quoted(file)}.`,
      hint: "Consegnare di nuovo il file della fonte.",
    }),
    noRowImported: ({ count, file }) => ({
      message: `Nessuna riga di ${file} è stata importata: ${counted(count, "una riga letta", "righe lette")}.`,
      hint: "Confrontare le sue colonne con il file di mappatura. I problemi dell'importazione dicono cosa non va in ogni riga.",
    }),
    noRows: ({ file }) => ({
      message: `${file} non ha righe.`,
      hint: "Chiedere il file intero a chi lo pubblica: i dati delle importazioni precedenti restano.",
    }),
    json: ({ line, column, cut }) => ({
      message: `Il file non è JSON alla riga ${line}, colonna ${column}${cut ? ": lì si interrompe" : ""}.`,
      hint: cut
        ? "Il file è incompleto: scaricarlo di nuovo."
        : "Correggerlo in quel punto, o scaricarlo di nuovo.",
    }),
    language: ({ known }) => ({
      message:
        known.length === 0
          ? "Il file non indica la lingua dei suoi testi e nessuna città dell'hub ha una lingua."
          : `Il file non indica la lingua dei suoi testi e le città dell'hub ne hanno più di una: ${known.join(", ")}.`,
      hint: "Indicare language (it o en) alla voce hsds del file di mappatura.",
    }),
    larger: ({ url, most }) => ({
      message: `${url} supera ${bytes(most)}.`,
      hint: "Richiederne una parte, o aumentare il limite se la dimensione è plausibile.",
    }),
    noRecords: {
      message: "Il file non contiene né un elenco di record né un oggetto.",
      hint: "Usare il file così come è stato pubblicato.",
    },
    noSpreadsheet: {
      message: "Il file non è un foglio di calcolo: il file di mappatura prevede XLSX o ODS.",
      hint: "Indicare il formato del file, per esempio csv.",
    },
    notCollection: ({ type }) => ({
      message: `Il file non è una FeatureCollection GeoJSON${type === null ? "" : `, ma ${type}`}.`,
      hint: "Esportare il livello in GeoJSON.",
    }),
    notFound: ({ url }) => ({
      message: `${url} è sconosciuto al servizio (404).`,
      hint: "Cercare il codice attuale del dataflow e l'ordine delle sue dimensioni.",
    }),
    notJson: ({ url, start }) => ({
      message: `${url} non risponde in JSON: ${quoted(start)}.`,
      hint: "Può trattarsi di una pagina web: cercare l'indirizzo attuale dell'API.",
    }),
    notReadable: ({ file, reason }) => ({
      message: `Il file ${file} non può essere letto (${reason}).`,
      hint: "Controllare i permessi del file.",
    }),
    notWritable: ({ place, reason }) => ({
      message: `Non è possibile scrivere in ${place} (${reason}).`,
      hint: "Controllare lo spazio libero sul disco e i permessi della cartella.",
    }),
    pages: ({ name, most }) => ({
      message: `${name} ha più di ${number(most)} pagine.`,
      hint: "Richiedere pagine più grandi, o una parte dell'elenco.",
    }),
    refused: ({ url, reason }) => ({
      message: `Il catalogo rifiuta ${url}: ${reason ?? "non indica il motivo"}.`,
      hint: "Cercare nel portale il nome attuale del dataset.",
    }),
    starterForm: ({ file }) => ({
      message: `Il file iniziale ${file} non è un elenco JSON di record.`,
      hint: starterFormat,
    }),
    starterJson: ({ file, reason }) => ({
      message: `Il file iniziale ${file} non è in JSON: ${reason}.`,
      hint: starterFormat,
    }),
    starterRecord: ({ file, index }) => ({
      message: `Il file iniziale ${file} non ha un record alla posizione [${index}]: deve essere un oggetto.`,
      hint: starterFormat,
    }),
    table: ({ file, reason }) => ({
      message: `Il file ${file} non è una tabella: ${reason}.`,
      hint: "Deve essere un CSV in UTF-8, con una virgola tra le colonne e ogni virgoletta chiusa.",
    }),
    tooLarge: (of) => ({ message: tooManyBytes(of), hint: inParts }),
    tooLargeForFormat: ({ most }) => ({
      message: `Il file ha più di ${bytes(most)}, il limite per questo formato.`,
      hint: inParts,
    }),
    farCells: ({ most }) => ({
      message: `Il foglio ha celle oltre i suoi limiti, o così lontane dalle altre che la sua tabella supererebbe ${number(most)} celle.`,
      hint: "Eliminare righe e colonne senza dati, o salvare il primo foglio come CSV UTF-8.",
    }),
    repeatedCells: ({ most }) => ({
      message: `I fogli ripetono celle fino a superare ${number(most)} celle con contenuto.`,
      hint: "Eliminare righe e colonne senza dati, o salvare il primo foglio come CSV UTF-8.",
    }),
    unpacked: ({ most }) => ({
      message: `I fogli superano ${bytes(most)} una volta estratti, il limite per questo formato.`,
      hint: "Salvare il primo foglio come CSV UTF-8.",
    }),
    tooManyObservations: ({ url }) => ({
      message: `${url} richiede più osservazioni di quante il servizio ne fornisca in una volta (413).`,
      hint: "Restringere la chiave o iniziare da un periodo successivo, e dividere la fonte in più fonti.",
    }),
    tooManyRecords: ({ most }) => ({
      message: `Il file contiene più di ${number(most)} record, troppi per trovare quelli doppi.`,
      hint: inParts,
    }),
    ownApi: ({ name, at, file }) => ({
      message: `${name} risponde in una forma diversa dal suo schema pubblicato, in ${at || "principio"}.`,
      hint: `Confrontare con lo schema attuale e modificare ${file}.`,
    }),
  },
  STALE_TABLE: {
    noIndex: ({ table, index }) => ({
      message: `La tabella ${table} è stata creata da una versione precedente dell'hub: manca l'indice ${quoted(index)}.`,
      hint: "Rimuovere la cartella dei dati (o la tabella del motore locale), riavviare e importare di nuovo i file.",
    }),
  },
  STILL_IN_USE: {
    records: ({ name, count }) => ({
      message: `${count === 1 ? "Un record rimanda" : `${number(count)} record rimandano`} a ${name}.`,
      hint: "Prima ritirarli, collegarli a un altro record, oppure unire questo record a un altro.",
    }),
  },
  STORE_REFUSED: {
    denied: {
      message: "L'archivio non accetta le credenziali.",
      hint: "Controllare il profilo o le chiavi, e i loro permessi sulla tabella (docs/runbook.md, First load of data).",
    },
    folder: ({ dataDir, reason }) => ({
      message: `La cartella dei dati ${dataDir} non è utilizzabile: ${reason}.`,
      hint: "Correggerla, oppure assegnare a VICINATO_DATA_DIR un'altra cartella.",
    }),
    folderCorrupt: ({ dataDir, reason }) => ({
      message: `La cartella dei dati ${dataDir} è danneggiata: ${reason}. Nessun dato è stato modificato.`,
      hint: restoreFolder,
    }),
    folderDamaged: ({ dataDir, file }) => ({
      message: `La cartella dei dati ${dataDir} è danneggiata: in dynamodb il file ${file} manca o è vuoto. Nulla è stato modificato.`,
      hint: restoreFolder,
    }),
    noTable: {
      message: "L'archivio non contiene la tabella.",
      hint: "Controllare il nome della tabella (VICINATO_TABLE_NAME) e la regione; su AWS la crea lo stack.",
    },
    pathTooLong: ({ dataDir }) => ({
      message: `Il percorso della cartella dei dati ${dataDir} è troppo lungo per un socket.`,
      hint: "Assegnare a VICINATO_DATA_DIR una cartella con un percorso più breve.",
    }),
    refused: {
      message: "L'archivio ha rifiutato una richiesta.",
      hint: "Segnalarlo con quanto stampato dal comando: non si può correggere qui.",
    },
  },
  UNAUTHENTICATED: {
    expiredKey: ({ expiresAt }) => ({
      message: `La chiave è scaduta il ${expiresAt}.`,
      hint: "Chiedere una nuova chiave a un amministratore dell'hub.",
    }),
    noKey: {
      message: "Occorre una chiave o un token, e non ne è stato inviato nessuno.",
      hint: "Inviare l'intestazione `authorization: Bearer <chiave>`. Le chiavi sono create da un amministratore dell'hub: docs/identity.md.",
    },
    notBearer: {
      message: "L'intestazione authorization non ha la forma accettata da questo hub.",
      hint: "Inviare `authorization: Bearer <chiave o token>`, oppure ometterla per leggere i dati pubblici.",
    },
    revokedKey: {
      message: "La chiave è stata revocata.",
      hint: "Chiedere una nuova chiave a un amministratore dell'hub.",
    },
    token: ({ why }) => ({
      message: `Il token non è accettato: ${tokenFaults[why]}.`,
      hint: "Ottenere un nuovo token da un emittente riconosciuto da questo hub e inviarlo come `authorization: Bearer <token>`.",
    }),
    typingError: {
      message:
        "La chiave contiene un errore di battitura o è incompleta: il codice di controllo non corrisponde.",
      hint: "Copiare di nuovo l'intera chiave, da vic_live_ in poi: 68 caratteri senza spazi.",
    },
    unknownKey: {
      message: "Questo hub non conosce la chiave.",
      hint: "Verificare che la chiave sia di questo hub, oppure chiederne una nuova a un suo amministratore.",
    },
  },
  UNKNOWN_CODE: {
    webhook: ({ id }) => ({
      message: `Nessun webhook ha l'id ${quoted(id)}.`,
      hint: "Indicare l'id di un webhook, per esempio wh_Ab3dE5fG7h; `webhooks` li elenca.",
    }),
    changeProposal: ({ id }) => ({
      message: `Nessuna proposta ha l'id ${quoted(id)}.`,
      hint: "Indicare l'id di una proposta; `changeProposals` le elenca.",
    }),
    noUpload: ({ code, known }) => ({
      message: `${quoted(code)} non è un file di mappatura dell'organizzazione di questa chiave o di questo token.`,
      hint:
        known.length > 0
          ? `Inviare il file a uno di questi indirizzi: ${known.map((each) => `/uploads/${each}`).join(", ")}.`
          : "Chiedere al referente dei dati un file di mappatura con la propria organizzazione come uploadedBy.",
    }),
    apiKey: ({ id }) => ({
      message: `Nessuna chiave ha l'id ${quoted(id)}.`,
      hint: "Indicare l'id di una chiave, i 10 caratteri dopo vic_live_; `apiKeys` li elenca.",
    }),
    hsdsId: ({ argument, id, table }) => ({
      message: `${argument} è ${quoted(id)}, che non è l'id di una riga di ${table}.`,
      hint: `Cercare gli id in /hsds/${hsdsLists[table]}: sono UUID derivati dai codici di Vicinato; le schede di fonti sintetiche non ne hanno.`,
    }),
    enumeration: ({ name, known }) => ({
      message: `${quoted(name)} non è un elenco di valori dello schema.`,
      hint: `I nomi più vicini sono ${quotedList(known)}. Cercarne altri con { enumerations { name } }.`,
    }),
    gone: ({ name }) => ({
      message: `Il record ${name} non esiste, o non esiste più.`,
      hint: "Cercarne di nuovo il codice: può essere stato ritirato o unito a un altro record.",
    }),
    group: ({ code, dimension, suggestions, count }) => ({
      message: `filter indica ${quoted(code)}, che qui non è un gruppo di ${dimension}.`,
      hint:
        count === 0
          ? "Non vi è alcun gruppo."
          : `I più vicini dei gruppi, ${number(count)} in tutto, sono ${quotedList(suggestions)}.`,
    }),
    merged: ({ code, successor }) => ({
      message: `${quoted(code)} è stato unito a ${quoted(successor)}.`,
      hint: `Indicare il codice ${quoted(successor)}.`,
    }),
    inboxFolder: ({ file, known }) => ({
      message: `${quoted(file)} non si trova sotto il codice di una fonte consegnata nella casella.`,
      hint: `Mettere il file sotto il codice della sua fonte, come ${known[0] ?? "codice"}/file.csv. Codici: ${known.join(", ")}.`,
    }),
    noImportSource: ({ code, known }) => ({
      message: `Non esiste la fonte ${quoted(code)}.`,
      hint: `Fonti conosciute: ${known.join(", ")}.`,
    }),
    noRecord: ({ argument, id }) => ({
      message: `${argument} è ${quoted(id)}, che non è l'id di un record.`,
      hint: 'Indicare il campo id di un record, per esempio { centre(code: "ds3017:25") { id } }.',
    }),
    otherTaxonomy: ({ code, taxonomy }) => ({
      message: `${quoted(code)} non è un termine della tassonomia ${taxonomy}.`,
      hint: `Cercare il codice con ${lookUp("taxonomyTerms", `(filter: { taxonomy: "${taxonomy}" })`)}.`,
    }),
    notThen: ({ list, code, instant, since }) => ({
      message: `${noSuch[list]} aveva il codice ${quoted(code)} all'istante ${instant}: ${since === null ? "in quel momento risultava ritirato" : `l'hub lo conosce solo dal ${since}`}.`,
      hint:
        since === null
          ? "Il record ha una storia: consultarla in `changes`, o indicare un momento precedente."
          : `Indicare un momento a partire dal ${since}.`,
    }),
    retired: ({ list, code, instant }) => ({
      message: `${noSuch[list]} ha più il codice ${quoted(code)}: è stato ritirato all'istante ${instant}.`,
      hint: `Cercare il codice con ${lookUp(list)}.`,
    }),
    unknown: ({ list, code, suggestions }) => ({
      message: `${noSuch[list]} ha il codice ${quoted(code)}.`,
      hint:
        suggestions.length === 0
          ? `Cercare il codice con ${lookUp(list)}.`
          : `I codici più vicini sono ${quotedList(suggestions)}. Cercarne altri con ${lookUp(list)}.`,
    }),
    version: ({ argument, label, strategy, known }) => ({
      message: `${argument} è ${quoted(label)}, che non è una versione del bilancio di ${strategy}.`,
      hint:
        known.length === 0
          ? "Non ha alcuna versione del bilancio."
          : `Le sue versioni sono ${quotedList(known)}.`,
    }),
  },
  VERSION_CONFLICT: {
    sameFields: ({ name, version, expected, fields }) => ({
      message: `Il record ${name} è alla versione ${version}; dalla versione ${expected} altri hanno modificato gli stessi campi: ${fields.join(", ")}.`,
      hint: "Confrontare i valori in `conflicts`, decidere quale è corretto e inviare la modifica con la nuova versione.",
    }),
    otherVersion: ({ name, version, expected }) => ({
      message: `Il record ${name} è alla versione ${version}; la modifica partiva dalla versione ${expected}.`,
      hint: "Leggere di nuovo il record, esaminare le modifiche altrui e inviare la modifica con la nuova versione.",
    }),
  },
};
