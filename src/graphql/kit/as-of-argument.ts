/** The description of every `asOf` argument. */
export const asOfDescription =
  "What the hub knew at this moment; now when absent. What it leads to is answered as of now.";
