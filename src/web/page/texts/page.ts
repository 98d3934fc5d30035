const en = {
  tagline: "Neighbourhood welfare, in figures and places",
  skip: "Skip to the content",
  navigation: "Views of the page",
  language: "Language",
  languages: { it: "Italiano", en: "English" },
  footer: "About the data",
  playground: "Ask your own questions (playground)",
  schema: "Schema of the API",
  files: "Files to take away",
  hsds: "Directory of services (HSDS)",
  code: "All figures of this page come from the public API.",
  loading: "Loading",
  unknownView: (view: string) => `There is no view “${view}” here.`,
  goOn: "Choose one of these:",
};

const it: typeof en = {
  tagline: "Il welfare di quartiere, in cifre e luoghi",
  skip: "Vai al contenuto",
  navigation: "Sezioni della pagina",
  language: "Lingua",
  languages: { it: "Italiano", en: "English" },
  footer: "Informazioni sui dati",
  playground: "Interroga i dati (playground)",
  schema: "Schema dell'API",
  files: "File da scaricare",
  hsds: "Elenco dei servizi (HSDS)",
  code: "Tutte le cifre di questa pagina provengono dall'API pubblica.",
  loading: "Caricamento in corso",
  unknownView: (view) => `La sezione «${view}» non esiste.`,
  goOn: "Scegliere una di queste:",
};

export const pageTexts = { en, it };
