import { createServer, type RequestListener, type Server } from "node:http";
import { connect, Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answerBadRequests } from "@/lib/server/bad-requests";
import { cutOff } from "@/lib/server/cut-off";
import { whyNot } from "@/lib/server/door";
import { guardAnswer } from "@/lib/server/guard-answer";
import type { BodyLimit } from "@/lib/server/limit-body";
import { limitConnections } from "@/lib/server/limit-connections";
import { portOf } from "@/lib/server/listen";
import { ownAddress } from "@/lib/server/own-address";
import { turnAway } from "@/lib/server/send-failure";

let server: Server;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  return new Promise((ok) => (server.listening ? server.close(ok) : ok(undefined)));
});

/** A server with the walls of ours, and whatever stands behind them. */
async function serverOf(behind: RequestListener, body: BodyLimit, headersTimeout = 20_000): Promise<number> {
  server = createServer({ headersTimeout, connectionsCheckingInterval: 50 }, (request, response) => {
    const failed = { request, response, nonce: "n0nce" };
    const failure = whyNot(request, ownAddress(undefined, "http://localhost"));
    if (failure) return turnAway(failed, failure);
    const facts = { queries: 0, databaseGone: false };
    cutOff(failed, guardAnswer({ ...failed, facts, showQueries: false }), body);
    behind(request, response);
  });
  answerBadRequests(server);
  await new Promise<void>((ok) => server.listen(0, "127.0.0.1", ok));
  return portOf(server);
}

interface Spoken {
  socket: Socket;
  /** Everything that came back until the other side hung up. */
  heard: Promise<string>;
}

function speak(port: number, words: string): Spoken {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  let text = "";
  socket.on("data", (part) => {
    text += part;
  });
  socket.on("error", () => {}); // a reset ends it as well
  socket.write(words);
  return { socket, heard: new Promise((ok) => socket.on("close", () => ok(text))) };
}

const readAll: RequestListener = (request, response) => {
  let bytes = 0;
  request.on("data", (part: Buffer) => {
    bytes += part.length;
  });
  request.on("end", () => response.end(`read ${bytes}`));
  request.on("error", () => {}); // cut off
};
const generous = { bytes: 1_000, seconds: 60 };

describe("a client that", () => {
  it("trickles its headers is hung up on, with 408", async () => {
    const port = await serverOf(readAll, generous, 200);
    const { heard } = speak(port, "GET / HTTP/1.1\r\nhost: x\r\nx-slow");
    expect(await heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("trickles its body is cut off, with 408", async () => {
    const port = await serverOf(readAll, { bytes: 1_000, seconds: 0.3 });
    const { socket, heard } = speak(port, "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n");
    const drip = setInterval(() => socket.write("."), 50);
    expect(await heard).toMatch(/^HTTP\/1\.1 408 [\s\S]*This took too long to arrive/);
    clearInterval(drip);
  });

  it("never says how long its body is, and never ends, is cut off with 413", async () => {
    const port = await serverOf(readAll, generous);
    const part = `3e8\r\n${"x".repeat(1_000)}\r\n`;
    const { socket, heard } = speak(port, "POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
    const drip = setInterval(() => socket.write(part), 20);
    expect(await heard).toMatch(/^HTTP\/1\.1 413 [\s\S]*This is too large/);
    clearInterval(drip);
  });

  it("says that its body is larger than any may be is told, after its last byte", async () => {
    const port = await serverOf(readAll, generous);
    const { heard } = speak(
      port,
      `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5000001\r\n\r\n${"x".repeat(5_000_001)}`,
    );
    expect(await heard).toMatch(/^HTTP\/1\.1 413 [\s\S]*This is too large/);
  });

  it("sends more than it said is answered once, and hung up on", async () => {
    const port = await serverOf(readAll, generous);
    const { heard } = speak(
      port,
      `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nfour${"and more ".repeat(20)}`,
    );
    expect((await heard).match(/^HTTP\/1\.1 (?:200|400) /gm)).toHaveLength(1);
  });

  it("says two lengths, or a length and pieces, is not heard", async () => {
    const port = await serverOf(readAll, generous);
    for (const headers of [
      "content-length: 4\r\ncontent-length: 5",
      "content-length: 4\r\ntransfer-encoding: chunked",
    ]) {
      const { heard } = speak(port, `POST / HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\nfour`);
      expect(await heard).toMatch(/^HTTP\/1\.1 400 /);
    }
  });

  it.each([
    [
      "an address of 9,000 characters",
      `GET /${"x".repeat(9_000)} HTTP/1.1\r\nhost: x\r\nconnection: close`,
      414,
    ],
    ["120 headers", `GET / HTTP/1.1\r\nhost: x\r\nconnection: close${"\r\nx-a: 1".repeat(120)}`, 431],
    ["a header of 20,000 characters", `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${"x".repeat(20_000)}`, 431],
    ["no HTTP at all", "HELO portal.example", 400],
    ["a header without a name", "GET / HTTP/1.1\r\nhost: x\r\n: nothing", 400],
  ])("sends %s is told so", async (_what, words, status) => {
    const port = await serverOf(readAll, generous);
    const { heard } = speak(port, `${words}\r\n\r\n`);
    expect(await heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it("keeps to the limits is read whole, in pieces and at once", async () => {
    const port = await serverOf(readAll, generous);
    const whole = speak(
      port,
      "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 4\r\n\r\nfour",
    );
    const pieces = speak(
      port,
      "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n2\r\nfo\r\n2\r\nur\r\n0\r\n\r\n",
    );
    expect(await whole.heard).toContain("read 4");
    expect(await pieces.heard).toContain("read 4");
  });

  it("only listens, longer than a body may take, is not cut off", async () => {
    const port = await serverOf(
      (_request, response) => {
        response.write("first ");
        setTimeout(() => response.end("last"), 300);
      },
      { bytes: 10, seconds: 0.05 },
    );
    const { heard } = speak(port, "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    expect(await heard).toContain("last");
  });
});

describe("an address that opens more connections than it may", () => {
  it("loses those beyond, and may come again when some have ended", async () => {
    server = createServer();
    limitConnections(server, 2);
    // This machine has no limit: these come from elsewhere, as far as the server can see.
    const arrive = (address: string) => {
      const socket = new Socket();
      Object.defineProperty(socket, "remoteAddress", { value: address });
      server.emit("connection", socket);
      return socket;
    };
    const [one, two, three] = ["2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2::3"].map(arrive);
    expect([one, two, three].map((socket) => socket?.destroyed)).toEqual([false, false, true]);
    expect(arrive("2001:db8:1:3::1").destroyed).toBe(false);
    expect(Array.from({ length: 5 }, () => arrive("127.0.0.1").destroyed)).not.toContain(true);
    await new Promise((ok) => one?.once("close", ok).destroy());
    expect(arrive("2001:db8:1:2::4").destroyed).toBe(false);
  });
});
