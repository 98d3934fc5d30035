import { isWelcome, welcomeQueries } from "../../src/web/playground/opening";
import { startHub } from "../support/hub";

test.each(Object.entries(welcomeQueries))(
  "the first query (%s) gives a figure from the starter data",
  async (_, query) => {
    const { ask } = await startHub({ starter: true });
    expect(isWelcome(query)).toBe(true);
    expect(await ask(query)).toEqual({
      data: {
        area: {
          name: "STADERA - CHIESA ROSSA - Q.RE TORRETTA - CONCA FALLATA",
          observation: expect.objectContaining({ roundedValue: 22.3, numerator: 6543, denominator: 29331 }),
        },
      },
    });
  },
);
