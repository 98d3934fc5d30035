import { costOfAnswer } from "../../src/web/playground/cost-of-answer";

test("reads estimate and limit of an answer", () => {
  expect(
    costOfAnswer('{"data":{},"extensions":{"cost":{"estimated":110,"limit":300000,"units":9}}}'),
  ).toEqual({
    estimated: 110,
    limit: 300000,
  });
});

test.each([null, "", "HTTP 502", '{"data":{}}', '{"extensions":{"cost":{"estimated":1}}}'])(
  "reads none of %j",
  (text) => {
    expect(costOfAnswer(text)).toBeNull();
  },
);
