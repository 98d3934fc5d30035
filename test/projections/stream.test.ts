import fc from "fast-check";
import { followedIn, type StreamRecord, streamHandler } from "../../src/app/stream-handler";
import { HubError } from "../../src/domain/kit/errors";
import { saveRecords } from "../../src/ingest/run/save-records";
import { refresh, verify } from "../../src/projections/refresh";
import { searchPage } from "../../src/queries/search/search-page";
import { tableRepositories } from "../../src/storage";
import type { Table } from "../../src/storage/engine/table";
import type { HubRecord } from "../../src/storage/records/hub-record";
import {
  aCentre,
  aCity,
  anArea,
  anIndicator,
  anObservation,
  aService,
  aServiceAtLocation,
  aSource,
} from "../support/builders";
import { engines } from "../support/engines";
import { fromPublished } from "../support/projections";
import { runs } from "../support/runs";
import { isFollowedKey, openStream, type TableStream } from "../support/stream";

const engine = engines.find(({ name }) => name.startsWith("dynoxide"))!;
const now = "2026-01-01T00:00:00.000Z";

const city = aCity();
const areas = ["nil:1", "nil:2", "nil:3"].map((code) => anArea({ code, cityCode: city.code }));
const records: readonly HubRecord[] = [
  { type: "sourceRef", record: aSource() },
  { type: "area", record: city },
  ...areas.map((record) => ({ type: "area", record }) as const),
  { type: "indicator", record: anIndicator({ code: "residents" }) },
  ...areas.flatMap(({ code }, i) =>
    ["2023", "2024"].map(
      (period) =>
        ({
          type: "observation",
          record: anObservation({ areaCode: code, period, value: 1000 * (i + 1) }),
        }) as const,
    ),
  ),
  { type: "centre", record: aCentre({ name: "Casa Verde", areaCodes: [city.code, "nil:1"] }) },
];

const nothing = { drifts: [], unreadable: [] };

/** What the event source of the stack lets through. */
const isFollowed = ({ dynamodb }: StreamRecord): boolean =>
  isFollowedKey({ pk: dynamodb?.Keys?.pk?.S ?? "", sk: dynamodb?.Keys?.sk?.S ?? "" });

(engine.available ? describe : describe.skip)(`published documents on the stream of ${engine.name}`, () => {
  let table: Table;
  let stream: TableStream;
  beforeAll(async () => {
    table = await engine.start();
    stream = await openStream(table);
  });
  afterAll(() => engine.stop());

  test("follow every write, in any batches, order and number, and with any failures", async () => {
    await saveRecords(table, records, { origin: "ds1", now });
    const first = (await stream.next()).filter(isFollowed);
    expect(first).toHaveLength(records.length);
    expect((await verify(table)).drifts).not.toEqual([]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(first, { minLength: first.length }),
        fc.integer({ min: 1, max: first.length }),
        fc.array(fc.boolean(), { maxLength: 6 }),
        async (shuffled, batch, failures) => {
          const luck = failures[Symbol.iterator]();
          const { follow, park } = followedIn(table);
          const handler = streamHandler(
            {
              park,
              follow: async (changed) => {
                if (luck.next().value === true) throw new HubError("SERVICE_UNAVAILABLE", "publishing");
                return follow(changed);
              },
            },
            jest.fn(),
          );
          // Every write twice, in another order.
          for (let rest = [...shuffled, ...first]; rest.length > 0; ) {
            const Records = rest.slice(0, batch);
            const [failure] = (await handler({ Records })).batchItemFailures;
            const at = Records.findIndex(
              ({ dynamodb }) => dynamodb?.SequenceNumber === failure?.itemIdentifier,
            );
            rest = rest.slice(at < 0 ? batch : at);
          }
          expect(await verify(table)).toEqual(nothing);
        },
      ),
      { numRuns: runs(5) },
    );
    const found = await fromPublished(table, ({ documents }) =>
      searchPage(documents, { text: "casa verde" }, { first: 1 }, (hits) => hits),
    );
    expect(found.edges.map(({ node }) => node.code)).toEqual(["test:1"]);
  });

  test("its own writes need no request, and later changes are followed too", async () => {
    const handler = streamHandler(followedIn(table), jest.fn());
    const own = (await stream.next()).filter(isFollowed);
    expect(new Set(own.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S))).toEqual(
      new Set(["Centre#test:1", "Location#test:1"]),
    );
    table.meter.reset();
    await handler({ Records: own });
    expect(table.meter.writeUnits).toBe(0);
    const changed = anObservation({ areaCode: "nil:2", period: "2024", value: 5 });
    await saveRecords(table, [{ type: "observation", record: changed }], { origin: "ds1", now });
    const writes = (await stream.next()).filter(isFollowed);
    expect(writes).toHaveLength(1);
    expect((await verify(table)).drifts).not.toEqual([]);
    expect(await handler({ Records: writes })).toEqual({ batchItemFailures: [] });
    expect(await verify(table)).toEqual(nothing);
    const { refreshed } = await refresh(table, "EVERYTHING", { now });
    expect(refreshed.filter(({ written }) => written > 0)).toEqual([]);
  });

  test("a centre moves its location, and a service its lists, although the stream has keys only", async () => {
    const handler = streamHandler(followedIn(table), jest.fn());
    const follow = async (...saved: HubRecord[]) => {
      await saveRecords(table, saved, { origin: "ds1", now });
      const writes = (await stream.next()).filter(isFollowed);
      expect(await handler({ Records: writes })).toEqual({ batchItemFailures: [] });
      await stream.next();
      expect(await verify(table)).toEqual(nothing);
    };
    const { centreLocations, serviceListings } = tableRepositories(table);
    const locationOf = async (code: string) => (await centreLocations.byCodes([code]))[0]?.locationCode;
    const at = (code: string, streetAddress: string): HubRecord => {
      const address = { streetAddress, locality: "Borgo", postalCode: null, country: "IT" };
      return { type: "centre", record: aCentre({ code, address, areaCodes: [city.code, "nil:1"] }) };
    };
    await follow(at("test:1", "Via Roma 1"), at("test:2", "Via Milano 2"));
    expect(await locationOf("test:1")).toBe("it:borgo:via-roma-1");
    await follow(at("test:2", "Via Roma 1"));
    expect(await locationOf("test:2")).toBe("it:borgo:via-roma-1");

    const place = (centreCode: string): HubRecord => ({
      type: "serviceAtLocation",
      record: aServiceAtLocation({ centreCode }),
    });
    await follow({ type: "service", record: aService() }, place("test:1"));
    const [listing] = await serviceListings.byCodes([aService().code]);
    expect(listing?.areaCodes).toContain("nil:1");
    // It moves: the centre that it leaves is followed too, from what stood there before.
    await follow(place("test:2"));
    expect(await tableRepositories(table).centreServices.byCodes(["test:1", "test:2"])).toMatchObject([
      { locationCodes: [] },
      { locationCodes: [aServiceAtLocation().code] },
    ]);
  });
});
