import { chmod, chown, copyFile, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { type CityFacts, period } from "../city/facts";
import { fromDebian } from "./debian";
import { type Command, run, type Server, startServer } from "./processes";

export interface Postgres extends Pick<Server, "stop"> {
  /** For clients, with a database of one scale. */
  url(scale: number): string;
  /** Makes a database with the city. */
  load(scale: number, facts: CityFacts): Promise<void>;
}

const user = "bench";
const binFolders = async (): Promise<string[]> =>
  (await readdir("/usr/lib/postgresql").catch(() => []))
    .sort()
    .reverse()
    .map((version) => `/usr/lib/postgresql/${version}/bin`);

/**
 * PostgreSQL as Debian has it, on a temporary folder and a socket in it: nothing of it stays, and no port is taken.
 * @param folder that exists; it must not be long, because of the socket.
 */
export async function startPostgres(folder: string): Promise<Postgres> {
  await fromDebian("initdb", "postgresql", await binFolders());
  // Again, because the folder may be there only since then.
  const bin = path.dirname(await fromDebian("initdb", "postgresql", await binFolders()));
  const as = await unprivileged(folder);
  const dataDir = path.join(folder, "data");
  await run(
    as(`${bin}/initdb`, ["-D", dataDir, "-U", user, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]),
  );
  const settings = {
    listen_addresses: "",
    unix_socket_directories: folder,
    shared_buffers: "256MB",
    fsync: "off",
  };
  const psql = (database: string, args: readonly string[], cwd = folder) =>
    run({
      ...as("psql", ["-h", folder, "-U", user, "-d", database, "-v", "ON_ERROR_STOP=1", "-q", ...args]),
      cwd,
    });
  const server = await startServer({
    ...as(`${bin}/postgres`, [
      "-D",
      dataDir,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ]),
    answers: async () => (await psql("postgres", ["-c", "select 1"])) !== "",
    // At once, but well: SIGTERM waits for all clients.
    signal: "SIGINT",
  });
  return {
    stop: server.stop,
    url: (scale) => `postgresql://${user}@localhost/city${scale}?host=${encodeURIComponent(folder)}`,
    async load(scale, facts) {
      const files = path.join(folder, `city${scale}`);
      await mkdir(files);
      await chmod(files, 0o755);
      for (const [name, rows] of Object.entries(csvFiles(facts)))
        await writeFile(path.join(files, `${name}.csv`), rows.map((row) => `${row.join(",")}\n`).join(""));
      await copyFile(path.resolve(__dirname, "../peers/city.sql"), path.join(files, "city.sql"));
      await psql("postgres", ["-c", `create database city${scale}`]);
      await psql(`city${scale}`, ["-f", "city.sql"], files);
    },
  };
}

const csvFiles = (facts: CityFacts): Readonly<Record<string, readonly (readonly (number | string)[])[]>> => ({
  area: facts.areas.map(({ code, name, residents }) => [code, name, residents]),
  organization: facts.organizations.map(({ code, name }) => [code, name]),
  centre: facts.centres.map(({ code, name, area, manager }) => [code, name, area, manager]),
  service: facts.services.map(({ code, name, centre, organization }) => [code, name, centre, organization]),
  observation: facts.areas.flatMap(({ code, residents, share }) => [
    ["residents", period, code, residents, "NORMAL"],
    ["share", period, code, share, "NORMAL"],
  ]),
});

/** PostgreSQL refuses to run as root: its own user then gets the folder. */
async function unprivileged(folder: string): Promise<(command: string, args: readonly string[]) => Command> {
  if (process.getuid?.() !== 0) return (command, args) => ({ command, args });
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (which) => Number(await run({ command: "id", args: [which, "postgres"] }))),
  );
  await chown(folder, uid!, gid!);
  for (let at = path.dirname(folder); at !== "/"; at = path.dirname(at))
    if (((await stat(at)).mode & 0o001) === 0) throw new Error(`PostgreSQL's user cannot enter ${at}`);
  return (command, args) => ({ command, args, cwd: folder, as: { uid: uid!, gid: gid! } });
}
