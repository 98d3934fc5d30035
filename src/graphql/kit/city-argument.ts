/** What `city` means wherever things or numbers of areas are put together. */
export const cityDescription =
  "Code of a city: what is in it, answered from what is published, at the same cost however large the hub is. The whole hub when absent.";
