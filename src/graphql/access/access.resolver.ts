import { makeAccess } from "../../queries/access/make-access";
import { operation, queries } from "../kit/declare";
import { accessArguments } from "./access.input";
import { AccessAnswerType } from "./access.type";

queries({
  access: operation(
    () => AccessAnswerType,
    "How many people have a centre within some minutes on foot, where they have none, and what would change if centres were opened or closed.",
    accessArguments,
    makeAccess,
  ),
});
