import type { NeighbourhoodChoice } from "./choice";
import type { Data } from "./data";

/** What each part of the view gets. */
export interface PartProps {
  readonly data: Data;
  readonly choice: NeighbourhoodChoice;
}
