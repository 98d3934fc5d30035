/**
 * Italian words in addresses: of the language, not of any city. All are folded: small letters without accents. Kinds of
 * street with their spellings; the dot of an abbreviation may be missing.
 */
const kinds: Readonly<Record<string, readonly string[]>> = {
  alzaia: ["alzaia", "alz."],
  bastioni: ["bastioni", "bast."],
  borgo: ["borgo", "b.go"],
  calle: ["calle"],
  circonvallazione: ["circonvallazione", "circ.", "c.ne"],
  contrada: ["contrada", "c.da", "contr."],
  corso: ["corso", "c.so", "cso"],
  foro: ["foro"],
  galleria: ["galleria", "gall."],
  largo: ["largo", "l.go", "lgo"],
  lungomare: ["lungomare"],
  passaggio: ["passaggio", "pass."],
  piazza: ["piazza", "p.zza", "pzza", "p.za", "pza"],
  piazzale: ["piazzale", "p.zzale", "p.le", "ple"],
  piazzetta: ["piazzetta", "p.tta"],
  ripa: ["ripa"],
  rotonda: ["rotonda"],
  salita: ["salita", "sal."],
  strada: ["strada", "str."],
  traversa: ["traversa", "trav."],
  via: ["via", "v."],
  viale: ["viale", "v.le", "vle"],
  vicolo: ["vicolo", "v.lo", "vic."],
};

/** The longest first: `v.` must not match the beginning of `v.le`. */
export const streetKinds: readonly (readonly [spelling: string, kind: string])[] = Object.entries(kinds)
  .flatMap(([kind, spellings]) => spellings.map((spelling) => [spelling, kind] as const))
  .sort(([a], [b]) => b.length - a.length);

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** They do not distinguish streets: "Via degli Assereto", "Via Assereto". */
export const particles = setOf(
  "a ad ai al alla alle allo d da dai dal dalla dalle de degli dei del dell della delle dello di e ed gli i il in l la le lo",
);

/** All are one word: "S. Siro" may also be an initial, so `s` is not among them. */
export const saints = setOf("san sant santa sante santi santo ss");

/** They precede the name of a person, and may be missing. */
export const titles = setOf(
  "ammiraglio avv avvocato beato capitano card cardinale cav cavaliere conte don dott dottor duca f fratelli gen generale ing ingegner maestro marchese maresciallo mons monsignor on onorevole padre papa prof professor re regina sen senatore suor tenente ten",
);

/** They make a different name: "Via Rosa" is not "Via Monte Rosa", "Via Vigevano" not "Via Vigevano Vecchia". */
export const binding = setOf(
  "alta alto bassa basso ca cascina castel castello cima colle colli corte est fiume isola lago madonna monte monti nord nuova nuovo ovest passo piccola piccolo pizzo ponte ponti porta porto quinta rio riva rocca san sud terza torre val valle vecchia vecchio villa",
);

/** After the number, for a place within the building. */
export const withinBuilding = "scala|sc|interno|int|piano|edificio|ed|palazzina|pal|lotto|citofono";
