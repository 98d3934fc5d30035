const en = {
  title: "City",
  indicator: "Indicator",
  level: "Areas",
  period: "Period",
  mapOf: (indicator: string, period: string) => `Map: ${indicator}, ${period}`,
};

const it: typeof en = {
  title: "Città",
  indicator: "Indicatore",
  level: "Aree",
  period: "Periodo",
  mapOf: (indicator, period) => `Mappa: ${indicator}, ${period}`,
};

export const cityTexts = { en, it };
