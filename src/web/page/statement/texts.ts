const en = {
  title: "Accessibility statement",
  lead: (title: string) =>
    `The organisation that publishes “${title}” undertakes to make it accessible, in line with Italian law no. 4 of 9 January 2004. This statement applies to this page in all its views.`,
  status: "Compliance status",
  partial:
    "The page is partially compliant with the requirements of Annex A of the standard UNI CEI EN 301549 (WCAG 2.1, level AA), because of the content listed below.",
  limits: "Content that is not accessible",
  limitList: [
    "Some texts come from sources in one language only. They are marked with their language and are not translated.",
    "Maps and charts are pictures. Everything that they show is also in a list or a table beside them.",
    "Some names of areas and places are published in capital letters and shown as published.",
    "The playground is a tool for developers with a code editor. This statement does not apply to it.",
  ],
  preparation: "Preparation of this statement",
  prepared: (date: string) => `This statement was prepared on ${date}, by a self-assessment.`,
  tested: "What is tested at each release, by tests that come with the page:",
  testList: [
    "Every view in Italian and English, on a screen of 1280 pixels and on a phone of 390 pixels, with the rules of axe-core for WCAG 2.0 and 2.1, levels A and AA.",
    "Nothing is wider than the screen, and the page can be used without a mouse: paths through the views are walked with the keyboard alone.",
    "Each view has a text or a table with the values of its maps and charts.",
    "Motion stops where the visitor asks for less of it.",
  ],
  notTested:
    "Not done so far: a test with people with disabilities, and a review with screen readers by hand.",
  feedback: "Feedback and contact",
  report:
    "If something is hard to use or to read, write what it is and the address of the page, as your browser shows it.",
  contact: "Write to:",
  noContact: "The organisation that publishes this page has not yet stated a contact for it.",
  procedure: "Enforcement procedure",
  ombudsman:
    "Without an answer within thirty days, or with one that does not help, you can write to the digital ombudsman at AGID, the Agency for Digital Italy (www.agid.gov.it).",
};

const it: typeof en = {
  title: "Dichiarazione di accessibilità",
  lead: (title) =>
    `Il soggetto che pubblica «${title}» si impegna a rendere la pagina accessibile, conformemente alla legge 9 gennaio 2004, n. 4. La presente dichiarazione si applica a questa pagina in tutte le sue sezioni.`,
  status: "Stato di conformità",
  partial:
    "La pagina è parzialmente conforme ai requisiti previsti dall'Appendice A della norma UNI CEI EN 301549 (WCAG 2.1, livello AA), in ragione dei contenuti elencati di seguito.",
  limits: "Contenuti non accessibili",
  limitList: [
    "Alcuni testi provengono da fonti in una sola lingua. Sono contrassegnati con la loro lingua e non sono tradotti.",
    "Mappe e grafici sono immagini. Tutto ciò che mostrano è anche in un elenco o in una tabella a fianco.",
    "Alcuni nomi di zone e luoghi sono pubblicati in lettere maiuscole e mostrati come pubblicati.",
    "Il playground è uno strumento per sviluppatori con un editor di codice. La dichiarazione non lo riguarda.",
  ],
  preparation: "Redazione della dichiarazione",
  prepared: (date) =>
    `La presente dichiarazione è stata redatta il ${date}, sulla base di un'autovalutazione.`,
  tested: "Che cosa è verificato a ogni versione, con i test che accompagnano la pagina:",
  testList: [
    "Ogni sezione in italiano e in inglese, su uno schermo di 1280 pixel e su un telefono di 390 pixel, con le regole di axe-core per le WCAG 2.0 e 2.1, livelli A e AA.",
    "Nulla è più largo dello schermo e la pagina si usa senza mouse: i percorsi nelle sezioni sono compiuti con la sola tastiera.",
    "Ogni sezione ha un testo o una tabella con i valori delle sue mappe e dei suoi grafici.",
    "Le animazioni si fermano per chi chiede di ridurle.",
  ],
  notTested:
    "Non ancora svolti: una prova con persone con disabilità e una verifica manuale con lettori di schermo.",
  feedback: "Feedback e recapiti",
  report:
    "Se qualcosa è difficile da usare o da leggere, indicare che cosa e l'indirizzo della pagina, come lo mostra il browser.",
  contact: "Scrivere a:",
  noContact: "Il soggetto che pubblica la pagina non ha ancora indicato un recapito.",
  procedure: "Procedura di attuazione",
  ombudsman:
    "In caso di mancata risposta entro trenta giorni, o di risposta insoddisfacente, è possibile rivolgersi al Difensore civico per il digitale presso AGID, l'Agenzia per l'Italia digitale (www.agid.gov.it).",
};

export const statementTexts = { en, it };
