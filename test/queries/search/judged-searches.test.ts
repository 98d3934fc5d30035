import { offeredStatuses } from "../../../src/domain/kit/status";
import { searchPage } from "../../../src/queries/search/search-page";
import { loaded } from "../../../src/storage/engine/reader";
import { startPreparedHub } from "../../support/prepared-hub";
import { publishedRepositories } from "../../support/projections";
import { testWithSharedData } from "../../support/shared-data";
import { judgedSearches } from "./judged-searches";

testWithSharedData("the judged searches have an accepted answer at the top", async () => {
  const { table } = await startPreparedHub();
  const { documents } = await publishedRepositories(table);
  const top = async (text: string, first: number) => {
    const { edges } = await loaded(() =>
      searchPage(documents, { text, statuses: offeredStatuses }, { first }, (hits) => hits),
    );
    return edges.map(({ node: { type, code } }) => `${type} ${code}`);
  };
  const missed: string[] = [];
  for (const { text, within, accepted } of judgedSearches) {
    const found = await top(text, within);
    if (!found.some((each) => accepted.includes(each))) missed.push(`${text}: ${found.join(", ")}`);
  }
  expect(missed).toEqual([]);
  expect(judgedSearches.length).toBeGreaterThanOrEqual(50);

  // The hub has no such person, and no such place: a common word alone is not what was meant.
  expect(await top("vigile urbano", 3)).toEqual([]);
  expect(await top("idraulico", 3)).toEqual([]);
});
