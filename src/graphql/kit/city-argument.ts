/** Description of every `city` argument of aggregated counts. */
export const cityDescription =
  "Code of a city; the whole hub when absent. A city is answered from published counts, at a cost independent of the size of the hub.";
