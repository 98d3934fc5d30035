import { type Observation, observationStatuses } from "../../../domain/indicators/observation";
import { areaLevels } from "../../../domain/places/area";
import { findObservations } from "../../indicators/find-observations";
import { columnsOf, italian } from "../column";
import { recordSet } from "../export-set";
import { anyText, oneOf } from "../filter";

const { text, number, sources, localized } = columnsOf<Observation>();

export const observations = recordSet({
  name: "observations",
  record: "observation",
  title: { it: "Osservazioni", en: "Observations" },
  description: {
    it: "I valori di ogni indicatore: uno per indicatore, area e periodo. I valori omessi per riservatezza restano senza numero.",
    en: "The values of every indicator: one for each indicator, area and period. Values that are suppressed have no number.",
  },
  primaryKey: ["indicator", "area", "period"],
  columns: [
    text("indicator", "Codice dell'indicatore.", "Code of the indicator.", (o) => o.indicatorCode),
    text(
      "indicatorName",
      "Nome dell'indicatore.",
      "Name of the indicator, in Italian.",
      ({ indicatorCode }, { records }) => italian(records.indicator.one(indicatorCode)?.name),
    ),
    text("area", "Codice dell'area.", "Code of the area.", ({ areaCode }) => areaCode),
    text(
      "areaName",
      "Nome dell'area.",
      "Name of the area.",
      ({ areaCode }, { records }) => records.area.one(areaCode)?.name,
    ),
    text("level", "Livello dell'area.", "Level of the area.", ({ areaLevel }) => areaLevel),
    text("period", "Periodo.", "Period.", ({ period }) => period),
    number(
      "value",
      "Valore; vuoto se manca o è riservato.",
      "Value; empty if missing or confidential.",
      ({ value }) => value,
    ),
    text(
      "unit",
      "Unità di misura.",
      "Unit of measure.",
      ({ indicatorCode }, { records }) => records.indicator.one(indicatorCode)?.unit,
    ),
    text(
      "status",
      `Stato: ${observationStatuses.join(", ")}.`,
      `Status: ${observationStatuses.join(", ")}.`,
      ({ status }) => status,
    ),
    number("numerator", "Numeratore di un rapporto.", "Numerator of a ratio.", ({ numerator }) => numerator),
    number(
      "denominator",
      "Denominatore di un rapporto.",
      "Denominator of a ratio.",
      ({ denominator }) => denominator,
    ),
    ...localized(
      "note",
      "Perché manca il valore, o avvertenza",
      "Why there is no value, or a caveat",
      ({ note }) => note,
    ),
    sources((o) => o.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
  find: {
    filters: { area: anyText, indicator: anyText, period: anyText, level: oneOf(areaLevels) },
    page: findObservations,
  },
});
