import type { AreaNumber } from "../../queries/indicators/read-area-numbers";
import { fields } from "../kit/declare";
import { sourceRefs } from "../kit/source-ref.type";
import { AreaNumberType } from "./area-number.type";

fields<AreaNumber>(() => AreaNumberType, { sourceRefs });
