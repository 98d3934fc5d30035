/** What `city` means wherever things or numbers of areas are put together. */
export const cityDescription =
  "Code of a city; the whole hub when absent. A city is answered from published counts, at a cost independent of the size of the hub.";
