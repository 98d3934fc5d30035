import { offeredStatuses } from "../../../src/domain/kit/status";
import { searchPage } from "../../../src/queries/search/search-page";
import { startPreparedHub } from "../../support/prepared-hub";
import { fromPublished } from "../../support/projections";
import { testWithSharedData } from "../../support/shared-data";
import { judgedSearches } from "./judged-searches";

testWithSharedData("the judged searches have an accepted answer at the top", async () => {
  const { table } = await startPreparedHub();
  const documents = await fromPublished(table, (published) => published.documents.search());
  const top = (text: string, first: number) => {
    const { edges } = searchPage(documents, { text, statuses: offeredStatuses }, { first }, (hits) => hits);
    return edges.map(({ node: { type, code } }) => `${type} ${code}`);
  };
  const missed: string[] = [];
  for (const { text, within, accepted } of judgedSearches) {
    const found = top(text, within);
    if (!found.some((each) => accepted.includes(each))) missed.push(`${text}: ${found.join(", ")}`);
  }
  expect(missed).toEqual([]);
  expect(judgedSearches.length).toBeGreaterThanOrEqual(50);

  // The hub has no such person, and no such place: a common word alone is not what was meant.
  expect(top("vigile urbano", 3)).toEqual([]);
  expect(top("idraulico", 3)).toEqual([]);
});
