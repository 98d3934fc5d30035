import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** The published files that are too large for the repository: beside it, or where VICINATO_SHARED_DATA says. */
const folder = process.env.VICINATO_SHARED_DATA ?? resolve(process.cwd(), "../shared/data");

/** The path of a shared file; `null` where it is absent. */
export function sharedData(relativePath: string): string | null {
  const path = resolve(folder, relativePath);
  return existsSync(path) ? path : null;
}

/** A test that is reported as skipped where the shared files are absent. */
export const testWithSharedData = (name: string, fn: jest.EmptyFunction): void =>
  (sharedData(".") === null ? test.skip : test)(`${name} (needs ../shared)`, fn);
