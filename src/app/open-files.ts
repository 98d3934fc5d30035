import { bucketFiles } from "../storage/files/bucket";
import { fileFolder } from "../storage/files/file-folder";
import type { FileStore } from "../storage/files/file-store";
import type { Env } from "./env";

/** Where a function finds exported files: in the bucket that the stack gives it, else in a folder. */
export const openFiles = ({
  exportsBucket,
  exportsDir,
}: Pick<Env, "exportsBucket" | "exportsDir">): FileStore =>
  exportsBucket === null ? fileFolder(exportsDir) : bucketFiles(exportsBucket);
