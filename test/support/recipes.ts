import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";

const root = path.resolve(__dirname, "../..");
const page = readFileSync(path.join(root, "docs/clients.md"), "utf8");

/** The address that the guides name. */
const address = "http://localhost:4000";

/** The code of a section of docs/clients.md in a language, for a hub at `url`; an address of none is left as it is. */
export const recipe = (section: string, language: string, url: string = address): string =>
  recipesOf(page, section, language, url)[0]!;

/**
 * Every piece of code of a section of a guide in a language, in order, for a hub at `url`.
 * @param guide its text.
 */
export function recipesOf(guide: string, section: string, language: string, url: string): string[] {
  const text = guide.split(`\n## ${section}\n`)[1]?.split("\n## ")[0] ?? "";
  const fences = [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))];
  if (fences.length === 0) throw new Error(`There is no ${language} in "${section}".`);
  return fences.map(([, code]) => code!.replaceAll(address, url));
}

/** The words of a section. */
export const proseOf = (section: string): string => page.split(`\n## ${section}\n`)[1]!.split("\n```")[0]!;

/** A folder of a user's project that has the packages of this one. */
export function withProject<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "client-"));
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  return Promise.resolve(work(folder)).finally(() => rmSync(folder, { recursive: true }));
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end without blocking, since the hub that it asks is in this process. */
export async function run(program: string, args: readonly string[], cwd = root): Promise<Ran> {
  // Only a net for a program that asks on and on.
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: 300_000 });
  const code = new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  const [out, err] = await Promise.all([buffer(child.stdout), buffer(child.stderr)]);
  return { code: await code, out: out.toString(), err: err.toString() };
}

/** Runs JavaScript as a module of Node.js in a user's project. */
export const runModule = (code: string): Promise<Ran> =>
  withProject((folder) => {
    writeFileSync(path.join(folder, "client.mjs"), code);
    return run(process.execPath, ["client.mjs"], folder);
  });
