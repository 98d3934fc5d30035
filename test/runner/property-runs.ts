import fc from "fast-check";
import { runs } from "../support/runs";

fc.configureGlobal({ numRuns: runs(100) });
