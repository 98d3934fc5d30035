import type { Action } from "../../../domain/strategy/action";
import type { Expenditure } from "../../../domain/strategy/expenditure";
import type { Milestone } from "../../../domain/strategy/milestone";
import type { Strategy } from "../../../domain/strategy/strategy";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";

const ofStrategy = columnsOf<Strategy>();

export const strategies = recordSet({
  name: "strategies",
  record: "strategy",
  title: { it: "Strategie", en: "Strategies" },
  description: { it: "Strategie di intervento della città.", en: "Strategies of the city." },
  primaryKey: ["code"],
  columns: [
    ofStrategy.text("code", "Codice.", "Code.", ({ code }) => code),
    ...ofStrategy.localized("name", "Nome", "Name", ({ name }) => name),
    ...ofStrategy.localized("description", "Descrizione", "Description", ({ description }) => description),
    ofStrategy.text("programme", "Programma.", "Programme.", ({ programme }) => programme),
    ofStrategy.codes(
      "specificObjectives",
      "Obiettivi specifici dell'UE.",
      "Specific objectives of the EU.",
      (s) => s.specificObjectives,
    ),
    ofStrategy.text("periodFrom", "Inizio.", "Start.", ({ periodFrom }) => periodFrom),
    ofStrategy.text("periodTo", "Fine.", "End.", ({ periodTo }) => periodTo),
    ofStrategy.codes("targetAreas", "Codici delle aree.", "Codes of its areas.", (s) =>
      s.targetAreas.map(({ areaCode }) => areaCode),
    ),
    ofStrategy.sources((s) => s.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
});

const ofAction = columnsOf<Action>();

export const actions = recordSet({
  name: "actions",
  record: "action",
  title: { it: "Azioni", en: "Actions" },
  description: { it: "Azioni delle strategie.", en: "Actions of the strategies." },
  primaryKey: ["code"],
  columns: [
    ofAction.text("code", "Codice.", "Code.", ({ code }) => code),
    ofAction.text(
      "strategy",
      "Codice della strategia.",
      "Code of the strategy.",
      ({ strategyCode }) => strategyCode,
    ),
    ...ofAction.localized("name", "Nome", "Name", ({ name }) => name),
    ...ofAction.localized("description", "Descrizione", "Description", ({ description }) => description),
    ofAction.text("kind", "Tipo.", "Kind.", ({ kind }) => kind),
    ofAction.text(
      "status",
      "Stato; vuoto se sconosciuto.",
      "Status; empty if unknown.",
      ({ status }) => status,
    ),
    ofAction.text("statusDate", "Data dello stato.", "Date of the status.", ({ statusDate }) => statusDate),
    ofAction.text(
      "lead",
      "Codice di chi la guida.",
      "Code of the organisation that leads it.",
      (a) => a.leadOrganizationCode,
    ),
    ofAction.codes(
      "partners",
      "Codici dei partner.",
      "Codes of the partners.",
      ({ partnerCodes }) => partnerCodes,
    ),
    ofAction.codes(
      "centres",
      "Codici dei centri.",
      "Codes of the centres.",
      ({ centreCodes }) => centreCodes,
    ),
    ofAction.codes("areas", "Codici delle aree.", "Codes of the areas.", ({ areaCodes }) => areaCodes),
    ofAction.codes("cups", "CUP.", "Project codes (CUP).", ({ cups }) => cups),
    ofAction.number(
      "progress",
      "Avanzamento fisico, da 0 a 100.",
      "Physical progress, 0 to 100.",
      (a) => a.progress?.percent,
      "percent",
    ),
    ofAction.sources((a) => a.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
});

const ofMilestone = columnsOf<Milestone>();

export const milestones = recordSet({
  name: "milestones",
  record: "milestone",
  title: { it: "Traguardi intermedi", en: "Milestones" },
  description: { it: "Traguardi intermedi delle strategie.", en: "Milestones of the strategies." },
  primaryKey: ["code"],
  columns: [
    ofMilestone.text("code", "Codice.", "Code.", ({ code }) => code),
    ofMilestone.text(
      "strategy",
      "Codice della strategia.",
      "Code of the strategy.",
      ({ strategyCode }) => strategyCode,
    ),
    ofMilestone.text(
      "action",
      "Codice dell'azione; vuoto per l'intera strategia.",
      "Code of the action; empty for the whole strategy.",
      (m) => m.actionCode,
    ),
    ...ofMilestone.localized("name", "Nome", "Name", ({ name }) => name),
    ofMilestone.text("plannedDate", "Data prevista.", "Planned date.", ({ plannedDate }) => plannedDate),
    ofMilestone.text(
      "forecastDate",
      "Nuova data stimata.",
      "Forecast date.",
      ({ forecastDate }) => forecastDate,
    ),
    ofMilestone.text("actualDate", "Data effettiva.", "Actual date.", ({ actualDate }) => actualDate),
    ofMilestone.sources((m) => m.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
});

const ofExpenditure = columnsOf<Expenditure>();

export const expenditures = recordSet({
  name: "expenditures",
  record: "expenditure",
  title: { it: "Spese", en: "Expenditures" },
  description: {
    it: "Impegni, contratti, pagamenti e certificazioni pubblicati. Le fasi non si sommano.",
    en: "Published commitments, contracts, payments and certifications. The stages are never added up.",
  },
  primaryKey: ["code"],
  columns: [
    ofExpenditure.text("code", "Codice.", "Code.", ({ code }) => code),
    ofExpenditure.text(
      "strategy",
      "Codice della strategia.",
      "Code of the strategy.",
      ({ strategyCode }) => strategyCode,
    ),
    ofExpenditure.text(
      "action",
      "Codice dell'azione.",
      "Code of the action.",
      ({ actionCode }) => actionCode,
    ),
    ofExpenditure.text("kind", "Fase.", "Stage.", ({ kind }) => kind),
    ofExpenditure.text("fund", "Fondo.", "Fund.", ({ fund }) => fund),
    ofExpenditure.number(
      "amount",
      "Importo; negativo solo in una correzione.",
      "Amount; negative only in a correction.",
      (e) => e.amount.cents / 100,
    ),
    ofExpenditure.text(
      "currency",
      "Valuta (ISO 4217).",
      "Currency (ISO 4217).",
      ({ amount }) => amount.currency,
    ),
    ofExpenditure.text("date", "Data.", "Date.", ({ date }) => date),
    ofExpenditure.text(
      "corrects",
      "Voce che corregge.",
      "Entry that it corrects.",
      ({ correctsCode }) => correctsCode,
    ),
    ofExpenditure.text("cup", "CUP.", "Project code (CUP).", ({ cup }) => cup),
    ofExpenditure.sources((e) => e.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
});
