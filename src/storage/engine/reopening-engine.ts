import { statfs } from "node:fs/promises";
import type { Engine, EngineAnswer } from "./engine";

/** LevelDB writes new files when it opens a folder, and then its next four megabytes. */
const roomBytes = 8_000_000;

/** Whether the disk of a folder has room again. */
export async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > roomBytes;
}

/**
 * After a write that the disk refused LevelDB takes no more writes until it is opened again, also when the disk has room. This
 * engine then opens it again, so that a hub needs no restart. Until there is room it still answers reads.
 */
export async function reopeningEngine(
  open: () => Promise<Engine>,
  isThereRoom: () => Promise<boolean>,
): Promise<Engine> {
  let engine = await open();
  let [isOpen, isRefusing] = [true, false];
  let reopening: Promise<void> | null = null;

  async function reopen(): Promise<void> {
    if (!(await isThereRoom())) return;
    if (isOpen) {
      isOpen = false;
      await engine.close();
    }
    engine = await open();
    [isOpen, isRefusing] = [true, false];
  }

  return {
    async execute(operation, input) {
      if (isRefusing) {
        reopening ??= reopen().finally(() => {
          reopening = null;
        });
        // The disk can be full again: the next request tries once more.
        await reopening.catch(() => undefined);
        if (!isOpen) return closed;
      }
      const answer = await engine.execute(operation, input);
      isRefusing ||= isRefusal(answer);
      return answer;
    },
    idle: () => engine.idle(),
    async close() {
      await reopening?.catch(() => undefined);
      if (isOpen) await engine.close();
    },
  };
}

const closed: EngineAnswer = {
  status: 500,
  body: {
    __type: "com.amazonaws.dynamodb.v20120810#InternalServerError",
    message: "IO error: the data folder could not be opened again: No space left on device",
  },
};

/** Of LevelDB: "IO error: <file>: No space left on device". */
const isRefusal = ({ status, body }: EngineAnswer): boolean =>
  status === 500 && String((body as { readonly message?: unknown }).message).startsWith("IO error");
