import type { LineProblem } from "../../../src/ingest/kit/problem";
import { problemList } from "../../../src/ingest/report/problem-list";

const problem = (line: number | null, over: Partial<LineProblem> = {}): LineProblem => ({
  line,
  column: null,
  value: null,
  rule: "EMPTY_CELL",
  severity: "NOTICE",
  message: "Empty.",
  messageIt: "Vuota.",
  ...over,
});

test("lists problems by line, those of the whole file first", () => {
  const list = problemList(4);
  list.add([problem(3), problem(2)]);
  list.add([problem(null), problem(1)]);
  expect(list.all().map(({ line }) => line)).toEqual([null, 1, 2, 3]);
  expect(list.isComplete()).toBe(true);
});

test("counts problems beyond the limit by rule, with the highest severity of them", () => {
  const list = problemList(2);
  const error = { rule: "CELL_COUNT", severity: "ERROR" } as const;
  list.add([problem(5), problem(6), problem(7), problem(8, error), problem(9)]);
  expect(list.isComplete()).toBe(false);
  expect(list.all()).toEqual([
    {
      line: null,
      column: null,
      value: null,
      rule: "PROBLEMS_NOT_LISTED",
      severity: "ERROR",
      message:
        "3 more problems are counted but not listed: 1 ERROR CELL_COUNT, 2 NOTICE EMPTY_CELL. Correct the listed ones, or the structure of the file, and import it again.",
      messageIt:
        "Altri 3 problemi sono contati ma non elencati: 1 ERROR CELL_COUNT, 2 NOTICE EMPTY_CELL. Correggere quelli elencati, o la struttura del file, e importarlo di nuovo.",
    },
    problem(5),
    problem(6),
  ]);
});
