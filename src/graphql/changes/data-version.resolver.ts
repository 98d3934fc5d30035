import { operation, queries } from "../kit/declare";
import { DataVersionType } from "./data-version.type";

queries({
  dataVersion: operation(
    () => DataVersionType,
    "State of the data: poll it to learn whether anything changed.",
    {},
    (_, { repositories }) => repositories.hub.dataVersion(),
  ),
});
