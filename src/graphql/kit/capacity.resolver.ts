import type { Capacity } from "../../domain/kit/capacity";
import { CapacityType } from "./capacity.type";
import { fields } from "./declare";
import { toSource } from "./source-ref.type";

fields<Capacity>(() => CapacityType, { sourceRef: toSource.one("sourceCode", "Source of the statement.") });
