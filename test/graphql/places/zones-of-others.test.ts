import { type PreparedHub, startPreparedHub } from "../../support/prepared-hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

// Areas that are no part of the city's own: postal codes and zones of the property market, with hints to neighbourhoods.

let hub: PreparedHub;

beforeAll(async () => {
  if (sharedData(".") !== null) hub = await startPreparedHub({ starter: false });
});

async function answer<T>(query: string): Promise<T> {
  const { data, errors } = await hub.ask<T>(query);
  expect(errors).toBeUndefined();
  return data!;
}

const income = (indicator: string) => `observation(indicator: "${indicator}", period: "2021") {
  value numerator denominator status sourceRefs { code } }`;

testWithSharedData(
  "the card of a neighbourhood leads to the income of its postal codes, with the caveat",
  async () => {
    const cards = await answer<Record<string, unknown>>(`{
    salomone: area(code: "nil:30") { ...Card }
    gratosoglio: area(code: "nil:42") { ...Card }
  }
  fragment Card on Area {
    hints(level: POSTAL_CODE) {
      note { en }
      sourceRefs { code }
      area { code level name city { code } perPerson: ${income("cap_mean_taxable_income")} perTaxpayer: ${income("cap_taxable_income_per_taxpayer")} }
    }
    own: observation(indicator: "cap_mean_taxable_income", period: "2021") { value status }
  }`);
    console.log(JSON.stringify(cards, null, 1));
  },
);

testWithSharedData("omi", async () => {
  const cards = await answer<Record<string, unknown>>(`{
    area(code: "nil:30") { hints(level: OMI_ZONE) { firstPeriod lastPeriod note { it } area { code name
      series(indicators: ["omi_purchase_price"]) { cells { observation { period value status note { en } } isBreak change { absolute } changeReason { en } } } } } }
  }`);
  console.log(JSON.stringify(cards, null, 1));
  console.log(
    JSON.stringify(
      hub.report.sources.filter((s) => /cap|omi/.test(s.source)),
      null,
      1,
    ).slice(0, 6000),
  );
});
