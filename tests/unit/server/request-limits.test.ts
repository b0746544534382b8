import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { SettledCounter } from "@/lib/db/settled-counter";
import { clientAddress, countedAs } from "@/lib/server/client-address";
import { kindOf } from "@/lib/server/request-kind";

function aRequest(method: string, url: string, headers: Record<string, string> = {}): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: "192.0.2.7" });
  return Object.assign(new IncomingMessage(socket), { method, url, headers });
}

describe("a request", () => {
  it.each([
    ["GET /", "page"],
    ["GET /proposals?status=draft&q=", "page"],
    ["GET /proposals?q=storage", "search"],
    ["GET /search?q=a", "search"],
    ["GET /proposals/similar?title=a", "search"],
    ["GET /proposals/export.csv", "search"],
    ["GET /meetings/calendar.ics", "search"],
    ["GET /sign-in", "page"],
    ["GET /sign-in/oidc?back=/", "sign_in"],
    ["POST /sign-in", "sign_in"],
    ["POST /sign-in/link?token=x", "sign_in"],
    ["POST /api/auth/callback/demo", "sign_in"],
    ["POST /proposals/7", "form"],
    ["DELETE /proposals/7", "form"],
    ["POST /proposals/working-copies", "form"],
    ["POST /proposals/7/materials/upload", "upload"],
    ["POST /region/eu/storage/evidence", "upload"],
    ["GET /api/v1/meetings/2026-01-01/live", "page"],
    ["GET /api/v1/proposals", null],
    ["POST /api/v1/proposals", null],
    ["GET /_next/static/chunks/a.js", null],
    ["GET /icons.svg", null],
    ["GET /health", null],
  ])("%s is counted as %s", (line, kind) => {
    const [method = "", url = ""] = line.split(" ");
    expect(kindOf(aRequest(method, url))).toBe(kind);
  });

  it.each([
    ["198.51.100.9", "198.51.100.9"],
    ["::ffff:198.51.100.9", "198.51.100.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:ffff::", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("from %s is counted as one from %s", (address, counted) => {
    expect(countedAs(address)).toBe(counted);
  });

  it.each([
    [0, "198.51.100.1", "192.0.2.7"],
    [1, "198.51.100.1", "198.51.100.1"],
    [1, "203.0.113.66, 198.51.100.1", "198.51.100.1"],
    [2, "203.0.113.66, 198.51.100.1", "203.0.113.66"],
    [2, "made-up, 203.0.113.66, 198.51.100.1", "203.0.113.66"],
    [2, "198.51.100.1", "192.0.2.7"],
    [1, "x'; DROP TABLE", "192.0.2.7"],
  ])("behind %i proxies that says it came from %s came from %s", (proxies, said, address) => {
    expect(clientAddress(aRequest("GET", "/", { "x-forwarded-for": said }), proxies)).toBe(address);
  });
});

/** Processes that count for one limit, and what they share. */
function processes(perMinute: number) {
  const shared = { consumed: new Map<string, number>(), writes: 0, isAway: false, now: 0 };
  const settle = async (who: string, points: number) => {
    if (shared.isAway) throw new Error("the database is away");
    shared.writes += 1;
    const consumed = (shared.consumed.get(who) ?? 0) + points;
    shared.consumed.set(who, consumed);
    return { consumed, msLeft: 30_000 };
  };
  const make = () => new SettledCounter({ name: "page", perMinute }, settle, () => shared.now);
  return { shared, make };
}

/** Counts so often, letting what goes on behind it come to an end; answers how many were let through. */
async function counted(counter: SettledCounter, times: number, who = "ada"): Promise<number> {
  let through = 0;
  for (let time = 0; time < times; time += 1) {
    if (counter.count(who) === 0) through += 1;
    await Promise.resolve();
    await Promise.resolve();
  }
  return through;
}

describe("what is counted in this process and settled with the others", () => {
  it("lets through what the limit says, and then says for how long to wait", async () => {
    const { shared, make } = processes(100);
    const counter = make();
    expect(await counted(counter, 150)).toBe(100);
    expect(counter.count("ada")).toBe(30);
    shared.now += 30_001;
    expect(counter.count("ada")).toBe(0);
  });

  it("costs nobody a write who looks at a few pages, and one in ten percent of the limit otherwise", async () => {
    const { shared, make } = processes(100);
    const counter = make();
    await counted(counter, 9);
    expect(shared.writes).toBe(0);
    await counted(counter, 500);
    expect(shared.writes).toBe(10);
  });

  it("holds for two processes together, but for what neither has told yet", async () => {
    const { make } = processes(100);
    const [one, other] = [make(), make()];
    let through = 0;
    for (let time = 0; time < 200; time += 1) through += await counted(time % 2 ? one : other, 1);
    expect(through).toBeGreaterThanOrEqual(100);
    expect(through).toBeLessThanOrEqual(120);
  });

  it("goes on by itself where the database is away", async () => {
    const { shared, make } = processes(100);
    shared.isAway = true;
    expect(await counted(make(), 150)).toBe(100);
  });

  it("keeps people apart, and no limit lets everything through", async () => {
    const counter = processes(10).make();
    expect(await counted(counter, 20, "ada")).toBe(10);
    expect(await counted(counter, 20, "bea")).toBe(10);
    expect(await counted(processes(0).make(), 50)).toBe(50);
  });

  it("keeps to its room, however many addresses come", async () => {
    const counter = processes(10).make();
    for (let each = 0; each < 25_000; each += 1) counter.count(`from-${each}`);
    expect(await counted(counter, 20, "from-24999")).toBe(9);
  });
});
