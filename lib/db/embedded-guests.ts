import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf } from "../error-code";

// Which processes use one embedded PostgreSQL: a server and a command line may share it, and the last one to leave
// stops it. A leaver announces itself before it counts, a comer signs in before it looks: one of the two sees the other.

/** Signs this process in. */
export function enter(dir: string): void {
  mkdirSync(guestsOf(dir), { recursive: true });
  writeFileSync(join(guestsOf(dir), String(process.pid)), "");
}

/** Signs this process out, and announces that it may stop the server. */
export function leave(dir: string): void {
  rmSync(join(guestsOf(dir), String(process.pid)), { force: true });
  writeFileSync(announcement(dir), String(process.pid));
}

/** Whether no other living process is signed in. */
export function mayStop(dir: string): boolean {
  if (!existsSync(guestsOf(dir))) return true;
  const others = readdirSync(guestsOf(dir)).map(Number);
  for (const pid of others.filter((guest) => !isAlive(guest)))
    rmSync(join(guestsOf(dir), String(pid)), { force: true });
  return !others.some(isAlive);
}

/** Takes the announcement back, whether the server was stopped or not. */
export function stopped(dir: string): void {
  rmSync(announcement(dir), { force: true });
}

/** Waits until a process that is about to stop the server has done so, or has thought better of it. */
export async function waitWhileStopping(dir: string): Promise<void> {
  while (existsSync(announcement(dir)) && isAlive(announcer(dir))) await pause(50);
}

function announcer(dir: string): number {
  try {
    return Number(readFileSync(announcement(dir), "utf8"));
  } catch {
    return 0; // taken back a moment ago
  }
}

/** Whether a process of this id runs. */
export function isAlive(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM"; // alive, and somebody else's
  }
}

function guestsOf(dir: string): string {
  return join(dir, "guests");
}

function announcement(dir: string): string {
  return join(dir, "stopping");
}
