import { makeAccess } from "../../queries/access/make-access";
import { required } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { AccessInput } from "./access.input";
import { AccessAnswerType } from "./access.type";

queries({
  access: operation(
    () => AccessAnswerType,
    "Number of people with and without a centre within a walking time, by area. A what-if scenario shows the effect of new or closed centres.",
    { input: required(() => AccessInput, "Population, centres and walk.") },
    ({ input }, context) => makeAccess(input, context),
  ),
});
