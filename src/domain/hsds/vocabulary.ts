/**
 * The hub's vocabulary for attributes: facts that HSDS 3.0 has no field for. The code is the label of the attribute; names and
 * descriptions are served as terms, so that their ids lead somewhere. docs/hsds.md lists the values.
 */
export const vocabularyName = "vicinato-hsds";

export const vocabularyTerms = {
  activities: ["Attività", "Le attività del luogo, con le parole della fonte."],
  alert: ["Avviso", "Un avviso urgente sul luogo."],
  area: ["Area", "Un'area in cui si trova il luogo: codice e nome; link_type è il livello."],
  "assumed-year": ["Anno presunto", "L'anno delle date dell'orario, se la fonte non lo scrive."],
  attribution: ["Attribuzione", "Il testo da citare per la fonte; link_type è il codice della fonte."],
  capacity: ["Capienza", "Posti, tavoli e simili; link_type è l'unità."],
  "care-domain": ["Ambito", "L'ambito del servizio, per esempio SOCIAL_CARE."],
  certainty: ["Certezza", "Quanto è certa la scheda: HIGH, MEDIUM o LOW."],
  channel: ["Canale", "Come si riceve il servizio: IN_PERSON, HOME_VISIT, ONLINE o PHONE."],
  citation: ["Pagina citata", "Una pagina che riporta i fatti."],
  closure: ["Chiusura", "Una chiusura: giorni, ed eventuali orari."],
  "closure-words": ["Chiusure, testo", "Le chiusure con le parole della fonte."],
  code: ["Codice", "Il codice della scheda in Vicinato, da cui deriva il suo id."],
  email: ["Email", "Un indirizzo che HSDS non ammette nel campo email."],
  "english-text": ["Testo inglese", "Il testo inglese di un campo; link_type è il nome del campo."],
  equipment: ["Dotazione", "YES, NO o LIMITED; link_type è la dotazione."],
  "exceptional-opening": ["Apertura straordinaria", "L'orario è un'eccezione alla settimana usuale."],
  "external-identifier": ["Chiave esterna", "La chiave in un altro registro; link_type è il registro."],
  "free-of-charge": ["Gratuito", "YES o NO, se una fonte lo dice."],
  "hours-confidence": ["Lettura dell'orario", "REPAIRED se il testo ha un errore di battitura corretto."],
  "hours-doubtful": ["Orario dubbio", "Perché l'orario è dubbio: non va usato come orario del servizio."],
  "hours-words": ["Orari, testo", "Gli orari con le parole della fonte."],
  licence: ["Licenza", "La licenza della fonte; link_type è il codice della fonte."],
  "organization-kind": ["Tipo di organizzazione", "Per esempio MUNICIPALITY o THIRD_SECTOR."],
  owner: ["Proprietario", "Il codice dell'organizzazione proprietaria dell'edificio."],
  "partial-date": [
    "Data parziale",
    "Un mese o un anno, nelle tabelle dove il campo vuole un giorno; link_type è il campo.",
  ],
  source: ["Fonte", "Titolo ed editore della fonte; link_type è il suo codice."],
  "source-url": ["Pagina della fonte", "La pagina della fonte; link_type è il codice della fonte."],
  status: ["Stato", "Lo stato secondo Vicinato, dove HSDS non ha la parola."],
  "status-date": ["Data dello stato", "Da quando la scheda ha il suo stato."],
  strategy: ["Strategia", "Il codice di una strategia di cui il luogo fa parte."],
  timezone: ["Fuso orario", "Il fuso degli orari (IANA), se la sua differenza da UTC cambia nell'anno."],
  "unparsed-hours": ["Orario non interpretato", "Perché un testo non è diventato un orario."],
  verified: ["Verificato", "Quando una fonte ha confermato il luogo per l'ultima volta."],
  website: ["Sito", "Un indirizzo che HSDS non ammette nel campo del sito."],
} as const satisfies Readonly<Record<string, readonly [name: string, description: string]>>;

export type VocabularyTerm = keyof typeof vocabularyTerms;
