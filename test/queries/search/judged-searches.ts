/** A search with the answers of a judge who read the data: `TYPE code`, one of which must be among the first. */
export interface JudgedSearch {
  readonly text: string;
  /** How many results the person looks at. */
  readonly within: 1 | 3;
  readonly accepted: readonly string[];
}

const first = (text: string, ...accepted: string[]): JudgedSearch => ({ text, within: 1, accepted });
const amongThree = (text: string, ...accepted: string[]): JudgedSearch => ({ text, within: 3, accepted });

/** As citizens, partners and makers of dashboards type, in Italian and in English. */
export const judgedSearches: readonly JudgedSearch[] = [
  // Places by their name and kind.
  first("boifava", "CENTRE ds3017:25"),
  first("casa di quartiere boifava", "CENTRE ds3017:25"),
  first("Centro anziani De Andrè", "CENTRE ds3017:26"),
  first("centri anziani", "CENTRE ds3017:24", "CENTRE ds3017:26"),
  first("older people's centre", "CENTRE ds3017:24", "CENTRE ds3017:26"),
  first("anziani", "CENTRE ds3017:24", "CENTRE ds3017:26", "SERVICE milano-services:MI-SRV-001"),
  first("biblioteca baggio", "CENTRE ds41:25"),
  first("library in Baggio", "CENTRE ds41:25"),
  first("bibloteca niguarda", "CENTRE ds41:1"),
  first("biblioteca sormani", "CENTRE ds41:29"),
  first("biblioteca di quarto oggiaro", "CENTRE ds41:19"),
  first("british council", "CENTRE ds41:39"),
  first("archivio di stato", "CENTRE ds41:28"),
  amongThree("casa di quartiere niguarda", "CENTRE ds3017:58"),
  amongThree("CSRC", "CENTRE ds3017:56", "CENTRE ds3017:9"),
  // Services and offices.
  first("servizio sociale municipio 5", "CENTRE ds1303:viale-tibaldi-41"),
  first("servizi sociali municipio 1", "CENTRE ds1303:via-rugabella-4"),
  first("territorial social work service", "SERVICE ds1303:sspt"),
  first("SSPT", "SERVICE ds1303:sspt"),
  first("custode sociale", "SERVICE milano-services:MI-SRV-032"),
  amongThree("badante", "SERVICE milano-services:MI-SRV-040", "SERVICE milano-services:MI-SRV-041"),
  first(
    "Casa della Comunità",
    ...["rugabella", "gola", "cinquecento-barabino"].map((name) => `CENTRE milano-case-comunita:cdc-${name}`),
  ),
  first("social services", "SERVICE ds1303:sspt"),
  // Addresses, as the sources write them and otherwise.
  first("via Boifava 17", "CENTRE ds3017:25"),
  first("boifava 17", "CENTRE ds3017:25"),
  first("Viale Affori, 21", "CENTRE ds41:10"),
  first("v.le affori 21", "CENTRE ds41:10"),
  first("corso di Porta Vittoria 6", "CENTRE ds41:29"),
  amongThree("Via Cesare Brivio, 4", "CENTRE ds3017:62"),
  amongThree("via brivio 4", "CENTRE ds3017:62"),
  amongThree("via Sant'Arnaldo 17", "CENTRE ds3017:56"),
  amongThree("piazza castello 1", "CENTRE ds41:42", "CENTRE ds41:43"),
  first("via sammartini", "CENTRE ds3017:8"),
  // Areas.
  first("Città Studi", "AREA nil:22"),
  first("municipio 5", "AREA municipio:5"),
  first("nil 42", "AREA nil:42"),
  first("quartiere isola", "AREA nil:11"),
  first("san siro", "AREA nil:57"),
  // Indicators.
  first("residenti stranieri", "INDICATOR residents_foreign"),
  first("foreign residents", "INDICATOR residents_foreign"),
  first("quota residenti over 65", "INDICATOR share_65plus"),
  first("share of residents over 65", "INDICATOR share_65plus"),
  first("people over 80 living alone", "INDICATOR residents_80plus_alone", "INDICATOR alone_80plus_share"),
  first("quanti anziani vivono soli", "INDICATOR alone_80plus_share", "INDICATOR residents_80plus_alone"),
  first("ondata di calore", "INDICATOR heat_wave_risk", "SERVICE milano-services:MI-SRV-007"),
  first("heat wave risk", "INDICATOR heat_wave_risk"),
  first("births", "INDICATOR births"),
  amongThree("farmacie", "INDICATOR pharmacies"),
  first("reddito medio", "INDICATOR mean_taxable_income", "INDICATOR mean_pension_income"),
  first("share_65plus", "INDICATOR share_65plus"),
  // Strategy, organisations, terms and sources.
  first("mi over net", "STRATEGY mi-over-net"),
  first("comune di milano", "ORGANIZATION comune-milano"),
  first("young people", "TAXONOMY_TERM target-group:GIOVANI"),
  first("ds205", "SOURCE ds205"),
  amongThree("redditi e contribuenti", "SOURCE mef-income"),
];
