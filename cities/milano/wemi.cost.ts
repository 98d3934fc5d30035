import type { Money } from "../../src/domain/kit/money";
import type { CostOption, Service } from "../../src/domain/services/service";
import { finding, problem, type RowProblem } from "../../src/ingest/kit/problem";
import type { WemiOffer } from "./wemi.rows";

/** Codes that WeMi's own search treats as free of charge (1, 2), and as paid (3). */
const freeCodes = [1, 2];
const paidCode = 3;

/** The price of an offer: the lowest one, and its price list by numbers of persons and units. */
export function costOf(
  offer: WemiOffer,
  problems: RowProblem[],
): Pick<Service, "costOptions" | "freeOfCharge"> {
  const code = offer.detail?.js_dati_prezzo?.cdTipoOffertaServizio ?? offer.cdTipoOffertaServizio ?? null;
  const costOptions = optionsOf(offer).filter(({ amount }) => amount !== null && amount.cents > 0);
  if (code === null || !freeCodes.includes(code))
    return { costOptions, freeOfCharge: code === paidCode ? "NO" : "UNKNOWN" };
  if (costOptions.length === 0) return { costOptions, freeOfCharge: "YES" };
  const found = finding("INVALID_RECORD", "freeWithPrice");
  problems.push(problem("WARNING", found, "imPrezzoMinimo", offer.imPrezzoMinimo));
  return { costOptions, freeOfCharge: "UNKNOWN" };
}

function optionsOf({ imPrezzoMinimo, tlTestoAggettivo, detail }: WemiOffer): CostOption[] {
  const price = detail?.js_dati_prezzo;
  const validFrom = price?.dataInizio?.slice(0, 10) ?? null;
  const validTo = price?.dataFine?.slice(0, 10) ?? null;
  const option = (parts: readonly (string | null)[], euros: number | null | undefined): CostOption => {
    const it = [...parts, tlTestoAggettivo].filter((part) => part !== null).join(", ");
    return { option: { it: it || "prezzo", en: null }, amount: moneyOf(euros), validFrom, validTo };
  };
  const list = (price?.listinoPrezzi ?? []).flatMap(({ qtPersoneDa, qtPersoneA, offerta }) =>
    (offerta ?? []).map(({ qtUnitaDa, qtUnitaA, valore }) =>
      option(
        [
          range(qtPersoneDa, qtPersoneA, ["persona", "persone"]),
          range(qtUnitaDa, qtUnitaA, ["unità", "unità"]),
        ],
        valore,
      ),
    ),
  );
  return [option(["a partire da"], imPrezzoMinimo), ...list];
}

type Bound = number | null | undefined;

function range(from: Bound, to: Bound, [one, several]: readonly [string, string]): string | null {
  const of = (number: number): string => `${number} ${number === 1 ? one : several}`;
  if (from && to) return from === to ? of(from) : `da ${from} a ${of(to)}`;
  if (from) return `almeno ${of(from)}`;
  return to ? `al massimo ${of(to)}` : null;
}

const moneyOf = (euros: number | null | undefined): Money | null =>
  euros === null || euros === undefined ? null : { cents: Math.round(euros * 100), currency: "EUR" };
