import { startHub } from "../../support/hub";

test("several computed answers of one request read each whole list once", async () => {
  const { ask, table } = await startHub({ starter: true });
  table.meter.reset();
  const { errors } = await ask(`{
    now: aggregate(input: { measures: [CENTRES], groupBy: [KIND], on: "2026-11-22" }) { level }
    then: aggregate(input: { measures: [CENTRES], groupBy: [KIND, AREA], level: DISTRICT, on: "2022-12-31" }) { level }
    age: indicator(code: "share_80plus") { map(period: "2024", level: DISTRICT) { ranked } }
    heat: indicator(code: "heat_wave_risk") { map(period: "2024-07", level: DISTRICT) { ranked } }
  }`);
  expect(errors).toBeUndefined();
  // Centres, terms, districts; indicators; which city is published, once; the manifest, and the documents of two maps and of
  // residents.
  expect(table.meter.calls).toEqual({ BatchGet: 1, Get: 2, Query: 6 });
});
