import { parentPort, workerData } from "node:worker_threads";
import { serveAsThread } from "../storage/engine/engine-thread";

/** The thread of `local.ts` that holds the data. */
void serveAsThread(parentPort!, workerData);
