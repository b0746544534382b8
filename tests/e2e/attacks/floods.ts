import { type ClientRequest, get } from "node:http";
import { connect, type Socket } from "node:net";
import { ownServer } from "../support/own-server";
import { type Answer, type Attack, told } from "./attack";
import type { Portal } from "./portal";
import { askAt, lines } from "./wire";

const perMinute = 20;

/** Two more servers on the same database, with a limit that a test can reach. */
async function twoServers(
  portal: Portal,
  use: (ports: [number, number]) => Promise<Answer[]>,
): Promise<Answer[]> {
  const settings = {
    DATA_DIR: portal.server.folder,
    API_READS_PER_MINUTE: String(perMinute),
    SIGN_INS_PER_MINUTE: String(perMinute),
  };
  const servers = [await ownServer(settings), await ownServer(settings)];
  try {
    const [one = 0, other = 0] = servers.map(({ address }) => Number(new URL(address).port));
    return await use([one, other]);
  } finally {
    for (const server of servers) await server.remove();
  }
}

/** Connections that ask and take nothing of the answer. */
function openSlowly(portal: Portal, path: string, count: number): Socket[] {
  return Array.from({ length: count }, () => {
    const socket = connect(portal.port, "127.0.0.1");
    socket.on("error", () => {}); // it is thrown away below
    socket.on("connect", () => socket.write(lines(`GET ${path} HTTP/1.1`, "Host: localhost", "", "")));
    return socket.pause();
  });
}

/** A stream, once its head has come. */
function follow(portal: Portal, path: string): Promise<{ request: ClientRequest; status: number }> {
  return new Promise((ok, fail) => {
    const request = get({ host: "127.0.0.1", port: portal.port, path, agent: false }, (response) => {
      response.on("error", () => {}); // it is cut off below
      ok({ request, status: response.statusCode ?? 0 });
    });
    request.on("error", fail);
  });
}

export const floods: readonly Attack[] = [
  {
    tried:
      "Forty questions to the API from one address, to two servers on one database in turn, each with another X-Forwarded-For",
    send: (portal) =>
      twoServers(portal, async (ports) => {
        const answers: Answer[] = [];
        for (let turn = 0; turn < 2 * perMinute; turn += 1) {
          const headers = {
            "x-forwarded-for": `203.0.113.${turn}`,
            "x-real-ip": `203.0.113.${turn}`,
            "x-streamboard-client": `203.0.113.${turn}`,
          };
          answers.push(await askAt(ports[turn % 2] ?? 0, "/api/v1/regions", { headers }));
        }
        return answers;
      }),
    back: [
      ...Array.from({ length: perMinute }, () => [200, '"items":'] as const),
      [429, '"code":"too_many"'],
    ],
    also: {
      "Twenty are answered, whichever server was asked, and the other twenty are told how long to wait.": (
        _portal,
        answers,
      ) =>
        answers.length === 2 * perMinute &&
        answers.slice(perMinute).every(({ head }) => /^retry-after: \d+$/m.test(head)),
    },
    writes: ["Session"],
  },
  {
    tried: "A form of 40 MB that does not say how long it gets, to two addresses that read forms",
    send: (portal) =>
      Promise.all(["/theme", "/api/auth/callback/demo"].map((path) => portal.raw(endless(path)))),
    back: [413, "This is too large"],
  },
  {
    tried: "A form that says it has 6 MB, and 5 GB",
    send: (portal) =>
      Promise.all(
        [6_000_000, 5_000_000_000].map((length) =>
          portal.raw(
            Buffer.concat([
              Buffer.from(
                lines(
                  "POST /theme HTTP/1.1",
                  "Host: localhost",
                  "Content-Type: application/x-www-form-urlencoded",
                  `Content-Length: ${length}`,
                  "Connection: close",
                  "",
                  "",
                ),
              ),
              Buffer.alloc(Math.min(length, 6_000_000), 97),
            ]),
          ),
        ),
      ),
    back: [413, "This is too large"],
  },
  {
    tried: "A body of the API of 1.1 MB, one that is nested 100,000 deep, and one with 60,000 fields",
    send: async (portal) => {
      const token = await portal.tokenOf("noor");
      const headers = { "content-type": "application/json" };
      const fields = JSON.stringify(
        Object.fromEntries(Array.from({ length: 60_000 }, (_, place) => [`f${place}`, 1])),
      );
      const bodies = [
        JSON.stringify({ title: "x".repeat(1_100_000) }),
        `{"title":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
        fields,
      ];
      return Promise.all(bodies.map((body) => portal.ask("/api/v1/proposals", { token, body, headers })));
    },
    back: [
      [413, '"code":"too_large"'],
      [400, '"code":"malformed"'],
      [422, '"code":"invalid"'],
    ],
  },
  {
    tried: "Forty readers of the whole export who take nothing of it; then a page",
    send: async (portal) => {
      const sockets = openSlowly(portal, "/api/v1/export", 40);
      const answers = await portal.askEach(["/proposals", "/tickets", "/api/v1/proposals"]);
      for (const socket of sockets) socket.destroy();
      return answers;
    },
    back: [200, ""],
  },
  {
    tried:
      "Sixty followers of one meeting, where a server takes fifty; then a page, and one more when they have left",
    send: async (portal) => {
      const date = await portal.value<string>(
        `SELECT "date"::text FROM "Meeting" WHERE "status" = 'published' LIMIT 1`,
      );
      const path = `/api/v1/meetings/${date}/live`;
      const open = await Promise.all(Array.from({ length: 60 }, () => follow(portal, path)));
      const page = await portal.ask("/proposals");
      const taken = open.filter(({ status }) => status === 200).length;
      const refused = open.filter(({ status }) => status === 503).length;
      for (const { request } of open) request.destroy();
      return [told("seen", `${taken} follow, ${refused} are told that it is full`), page];
    },
    back: [
      ["seen", "50 follow, 10 are told that it is full"],
      [200, "</html>"],
    ],
  },
  {
    tried: "Two hundred connections that begin a request and never end it; then a page",
    send: async (portal) => {
      const sockets = Array.from({ length: 200 }, () => {
        const socket = connect(portal.port, "127.0.0.1");
        socket.on("error", () => {}); // it is thrown away below
        socket.write("GET /proposals HTTP/1.1\r\nHost: localhost\r\nX-");
        return socket;
      });
      const page = await portal.ask("/proposals");
      for (const socket of sockets) socket.destroy();
      return page;
    },
    back: [200, "</html>"],
  },
];

/** The head of a form, and 40 pieces of a megabyte. */
function endless(path: string): Buffer {
  const head = lines(
    `POST ${path} HTTP/1.1`,
    "Host: localhost",
    "Content-Type: application/x-www-form-urlencoded",
    "Transfer-Encoding: chunked",
    "",
    "",
  );
  const piece = Buffer.concat([Buffer.from("f4240\r\n"), Buffer.alloc(1_000_000, 97), Buffer.from("\r\n")]);
  return Buffer.concat([Buffer.from(head), ...Array.from({ length: 40 }, () => piece)]);
}
