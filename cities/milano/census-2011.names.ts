import type { BothLanguages } from "../../src/domain/kit/messages/both-languages";
import { english, italian } from "../../src/domain/kit/messages/values";
import { milano } from "./codes";

/**
 * The file has the NIL only by the names of the division of 2009. Below is the present NIL (ds964, by number) of each
 * name that identifies one: the same words, or part of the words of exactly one present NIL. As a check, residents at
 * the census are 0.83 to 1.02 times those of the register of 2011 (ds205) in each of these, 0.93 in the city.
 */
const nilOfName: Readonly<Record<string, number>> = {
  ADRIANO: 17,
  AFFORI: 80,
  BAGGIO: 55,
  "BANDE NERE": 52,
  BARONA: 46,
  BICOCCA: 15,
  BOVISA: 77,
  BOVISASCA: 81,
  BRERA: 2,
  BRUZZANO: 83,
  "BUENOS AIRES - VENEZIA": 21,
  CANTALUPA: 47,
  CENTRALE: 10,
  CHIARAVALLE: 34,
  "CITTA' STUDI": 22,
  COMASINA: 82,
  CORSICA: 25,
  "DE ANGELI - MONTE ROSA": 58,
  DERGANO: 79,
  DUOMO: 1,
  "EX OM - MORIVIONE": 37,
  FARINI: 78,
  FIGINO: 63,
  "FORZE ARMATE": 56,
  GALLARATESE: 65,
  "GARIBALDI REPUBBLICA": 9,
  GHISOLFA: 70,
  GIAMBELLINO: 49,
  "GIARDINI PORTA VENEZIA": 3,
  "GRATOSOGLIO - TICINELLO": 41,
  GRECO: 13,
  GUASTALLA: 4,
  ISOLA: 11,
  "LODI - CORVETTO": 35,
  LORENTEGGIO: 53,
  LORETO: 20,
  "MACIACHINI - MAGGIOLINA": 12,
  "MAGENTA - S. VITTORE": 7,
  "MAGENTA - S.VITTORE": 7,
  "MAGGIORE - MUSOCCO": 72,
  MUGGIANO: 54,
  "NIGUARDA - CA' GRANDA": 14,
  ORTOMERCATO: 29,
  PADOVA: 19,
  PAGANO: 68,
  "PARCO BOSCO IN CITTA'": 88,
  "PARCO DEI NAVIGLI": 86,
  "PARCO DELLE ABBAZIE": 85,
  "PARCO LAMBRO - CIMIANO": 18,
  "PARCO MONLUE' - PONTE LAMBRO": 31,
  "PARCO SEMPIONE": 8,
  "PORTA ROMANA": 27,
  PORTELLO: 67,
  "QT 8": 66,
  "QUARTO CAGNINO": 61,
  "QUARTO OGGIARO": 76,
  "QUINTO ROMANO": 62,
  ROGOREDO: 33,
  "RONCHETTO DELLE RANE": 40,
  "RONCHETTO SUL NAVIGLIO": 48,
  "S. CRISTOFORO": 45,
  SARPI: 69,
  "SCALO ROMANA": 36,
  STADERA: 42,
  STEPHENSON: 75,
  TIBALDI: 43,
  "TRE TORRI": 59,
  TRENNO: 64,
  "TRIULZO SUPERIORE": 32,
  "UMBRIA - MOLISE": 28,
  VIGENTINA: 5,
  VILLAPIZZONE: 71,
  "XXII MARZO": 26,
};

const noSuchNil: BothLanguages = {
  it: "Nessun NIL di oggi ha questo nome.",
  en: "No NIL of today has this name.",
};

/** The numbers of residents are so different that the area must be another one. */
const otherBorder = (atCensus: number, inRegister: number): BothLanguages => ({
  it: `Ha ${italian(atCensus)} residenti, ${italian(inRegister)} nel registro del 2011: il confine è diverso.`,
  en: `It has ${english(atCensus)} residents, ${english(inRegister)} in the register of 2011: the border is different.`,
});

/** Names that do not say which NIL of today they mean, and why. Their people are in the total of the city only. */
const doubts: Readonly<Record<string, BothLanguages>> = {
  "CASCINA TRIULZA - EXPO": noSuchNil,
  LAMBRATE: {
    it: "Una parte dell'attuale LAMBRATE - ORTICA era in PARCO FORLANINI - ORTICA: il confine è diverso.",
    en: "A part of today's LAMBRATE - ORTICA was in PARCO FORLANINI - ORTICA: the border is different.",
  },
  MECENATE: noSuchNil,
  NAVIGLI: {
    it: "Nessun NIL di oggi ha solo questo nome.",
    en: "No NIL of today has this name alone.",
  },
  "PARCO AGRICOLO SUD": noSuchNil,
  "PARCO FORLANINI - ORTICA": {
    it: "I suoi due nomi sono in due NIL di oggi: il confine è diverso.",
    en: "Its two names are in two NIL of today: the border is different.",
  },
  "PARCO NORD": otherBorder(97, 142),
  QUINTOSOLE: otherBorder(1_284, 676),
  RIPAMONTI: noSuchNil,
  "S. SIRO": {
    it: "L'attuale SAN SIRO ha 25.803 residenti nel registro del 2011, questo ne ha 11.739: è un'altra area.",
    en: "Today's SAN SIRO has 25,803 residents in the register of 2011, this one has 11,739: it is another area.",
  },
  SACCO: noSuchNil,
  SELINUNTE: noSuchNil,
  TICINESE: {
    it: "Due NIL di oggi contengono questo nome nel proprio.",
    en: "Two NIL of today contain this name in theirs.",
  },
  TORTONA: noSuchNil,
  "VIALE MONZA": noSuchNil,
  WASHINGTON: noSuchNil,
};

const unknownName: BothLanguages = { it: "Il nome non è conosciuto.", en: "The name is not known." };

export type NamedNil =
  | { readonly kind: "area"; readonly areaCode: string }
  | { readonly kind: "doubtful"; readonly why: BothLanguages }
  | { readonly kind: "none" };

/** The meaning of a name in the file. Blanks around it make no difference, everything else does. */
export function nilNamed(text: string): NamedNil {
  const name = text.trim();
  if (name === "" || name === "-") return { kind: "none" };
  if (Object.hasOwn(nilOfName, name)) return { kind: "area", areaCode: milano.nilCode(nilOfName[name]!) };
  const why = Object.hasOwn(doubts, name) ? doubts[name]! : unknownName;
  return { kind: "doubtful", why };
}
