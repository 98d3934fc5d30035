import { readFileSync } from "node:fs";
import path from "node:path";

/** The synthetic files of docs/new-city.md, by their paths. */
export const newCityPage = readFileSync(path.resolve(__dirname, "../../docs/new-city.md"), "utf8");

export const newCityFiles: Readonly<Record<string, string>> = Object.fromEntries(
  [...newCityPage.matchAll(/^`([^`\n]+)`:\n\n```\w+\n([\s\S]*?)```$/gm)].map(([, file, content]) => [
    file!,
    content!,
  ]),
);
