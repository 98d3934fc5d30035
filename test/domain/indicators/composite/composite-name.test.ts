import { mayBeCalled } from "../../../../src/domain/indicators/composite/composite-name";
import { anIndicator } from "../../../support/builders";

const part = (code: string, it: string, en: string) => anIndicator({ code, name: { it, en } });
const old = part("old", "Anziani soli", "Older people who live alone");
const income = part("mean_income", "Reddito medio", "Mean income");
const housing = part("crowded", "Famiglie in affitto", "Households that rent");

test.each([
  "Indice di fragilità",
  "FRAGILITA'",
  "fragilita\u0300",
  "Fra-gilità",
  "fra\u00adgility",
  "Fragile areas",
  "Frailty",
  "Vulnerabilità sociale",
  "Social vulnerability index",
  "Quartieri vulnerabili",
  "Disagio",
  "Disagiati",
  "Hardship",
  "Deprivation",
  "Deprivazione materiale",
  "Svantaggio",
  "Disadvantage",
  "Povertà",
  "Poor quarters",
  "Poveri",
  "Marginalità",
  "Marginalisation",
  "Emarginazione",
  "Esclusione sociale",
  "Social exclusion",
  "Precarietà",
  "Bisogno sociale",
  "Index of need",
  "Aree in difficoltà",
  "Fasce deboli",
  "Distress",
  "People at risk",
])("%s claims fragility: it needs income and housing", (name) => {
  expect([
    mayBeCalled(name, [old]),
    mayBeCalled(name, [old, income]),
    mayBeCalled(name, [old, housing]),
    mayBeCalled(name, [old, income, housing]),
  ]).toEqual([false, false, false, true]);
});

test.each([
  "Older people and people who live alone",
  "Anziani e persone che vivono sole",
  "Heat risk and age",
  "Heat and age",
  "Indeed an index",
  "Disaggregated index",
  "Servizi e spazi verdi",
])("%s claims no fragility: any parts will do", (name) => {
  expect(mayBeCalled(name, [old])).toBe(true);
});

test("households, sewage and currents are neither housing nor income", () => {
  const others = [
    part("households", "Famiglie", "Households"),
    part("sewage", "Fognature", "Sewage"),
    part("current", "Corrente", "Current"),
  ];
  expect(mayBeCalled("Fragility", [...others, income])).toBe(false);
  expect(mayBeCalled("Fragility", [...others, housing])).toBe(false);
});
