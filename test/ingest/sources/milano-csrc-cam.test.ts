import { type PreparedHub, startPreparedHub } from "../../support/prepared-hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const code = "milano-csrc-cam";
let hub: PreparedHub;
beforeAll(async () => {
  if (sharedData(".") !== null) hub = await startPreparedHub();
});

testWithSharedData(
  "31 rows: sixteen add to the kinds of a centre, eleven are centres of their own",
  async () => {
    const { rows, leftOut, problems } = hub.report.sources.find(({ source }) => source === code)!;
    expect(rows).toMatchObject({ read: 31, rejected: 0 });
    // Four rows repeat what the name of the centre in ds3017 says.
    expect(leftOut.CONDITION).toBe(4);
    expect(problems.map(({ rule, about, value }) => [rule, about?.code, value])).toEqual([
      ["EMPTY_CELL", undefined, ""],
      ["KINDS_DISAGREE", "ds3017:24", "centre-kind:CSRC"],
    ]);
    const { data } = await hub.ask<{ centres: { nodes: { code: string; status: string }[] } }>(`{
    centres(first: 100, filter: { kinds: ["centre-kind:CAM", "centre-kind:CSRC"], statuses: [UNKNOWN, PLANNED] }) {
      nodes { code name status lastVerified position { latitude } }
    }
  }`);
    expect(data!.centres.nodes.map((node) => `${node.code.split(":")[1]} ${node.status}`).sort()).toEqual([
      "cam-garibaldi UNKNOWN",
      "cam-ponte-delle-gabelle UNKNOWN",
      "cam-ripamonti-pampuri PLANNED",
      "cam-scaldasole UNKNOWN",
      "cam-verro UNKNOWN",
      "cascina-ronchettino UNKNOWN",
      "cascina-san-paolo-quartiere-adriano UNKNOWN",
      "il-monastero UNKNOWN",
      "osteno UNKNOWN",
      "ritrovo-15 UNKNOWN",
      "villa-finzi UNKNOWN",
    ]);
  },
);

testWithSharedData("what Zante was is disputed: both statements stay, each with its source", async () => {
  const { data, errors } = await hub.ask(`{
    zante: centre(code: "ds3017:24") {
      kind { code }
      kindHistory { kind { code } assertedOn certainty page { publishedOn } disputedKinds { code } sourceRef { code } }
      in2017: kindOn(on: "2017-12-29") { reason }
      in2021: kindOn(on: "2021-06-30") { reason }
      now: kindOn(on: "2026-11-28") { reason period { kind { code } } }
    }
    baggio: centre(code: "ds3017:39") { kindHistory { kind { code } assertedOn sourceRef { code } } }
    deAndre: centre(code: "ds3017:26") { kindOn(on: "2021-04-30") { reason period { kind { code } } } }
    saponaro: centre(code: "ds3017:29") { kindHistory { sourceRef { code } } }
    daOsteno: centre(code: "ds3017:45") { kindHistory { sourceRef { code } } }
  }`);
  expect(errors).toBeUndefined();
  const kind = (name: string) => ({ code: `centre-kind:${name}` });
  expect(data).toEqual({
    zante: {
      kind: kind("CASA_DI_QUARTIERE"),
      kindHistory: [
        {
          kind: kind("CSRC"),
          assertedOn: "2017-12-29",
          certainty: "MEDIUM",
          page: { publishedOn: "2017-12-29" },
          disputedKinds: [kind("CENTRO_ANZIANI")],
          sourceRef: { code },
        },
        {
          kind: kind("CENTRO_ANZIANI"),
          assertedOn: "2021",
          certainty: null,
          page: null,
          disputedKinds: [kind("CSRC")],
          sourceRef: { code: "milanosud-2021" },
        },
        {
          kind: kind("CASA_DI_QUARTIERE"),
          assertedOn: "2026-09-25",
          certainty: null,
          page: null,
          disputedKinds: [],
          sourceRef: { code: "ds3017" },
        },
      ],
      in2017: { reason: "CONTRADICTED" },
      in2021: { reason: "CONTRADICTED" },
      now: { reason: "LAST_STATED", period: { kind: kind("CASA_DI_QUARTIERE") } },
    },
    baggio: {
      kindHistory: [
        { kind: kind("CSRC"), assertedOn: "2009-12-21", sourceRef: { code } },
        { kind: kind("CASA_DI_QUARTIERE"), assertedOn: "2026-09-25", sourceRef: { code: "ds3017" } },
      ],
    },
    deAndre: { kindOn: { reason: "STATED_IN_PERIOD", period: { kind: kind("CENTRO_ANZIANI") } } },
    // Neither is joined: another number of the same street proves nothing.
    saponaro: { kindHistory: [{ sourceRef: { code: "ds3017" } }, { sourceRef: { code: "ds3017" } }] },
    daOsteno: { kindHistory: [{ sourceRef: { code: "ds3017" } }] },
  });
});
