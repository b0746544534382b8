import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import next from "next";
import { type RequestFacts, requestFacts } from "../db/request-facts";
import type { Settings } from "../env";
import { log } from "../log";
import { clientAddress, clientHeader } from "./client-address";
import { asPage, tooMuch } from "./failure-answer";
import { guardAnswer } from "./guard-answer";
import { listen, portOf } from "./listen";
import { beginToStop } from "./on-stop";
import { secure } from "./security-headers";

/** Longest a client may take to send its headers, and a whole request; longest that it may send. */
const headerSeconds = 20;
const requestSeconds = 180;
const bodyBytes = 5_000_000;
/** The route that takes files reads what is too large for it to the end, to say so on the form. */
const uploadPath = /^\/proposals\/\d+\/materials\/upload$/;
const uploadBytes = 64_000_000;
/** A browser listens only when it has sent everything; whoever sends more than this is not waited for. */
const swallowedBytes = 250_000_000;

export interface Serving {
  /** What to type into the browser. */
  address: string;
  /** Takes no new request, and resolves when those under way are answered; after `patienceMs` it cuts them off. */
  stop(patienceMs: number): Promise<void>;
}

/** Serves Next's pages on the host and port of the settings. Throws a sentence where the port is taken. */
export async function serve(settings: Settings, dev: boolean): Promise<Serving> {
  const server = createServer({
    requestTimeout: requestSeconds * 1000,
    headersTimeout: headerSeconds * 1000,
  });
  const traffic: Traffic = { stopping: false, taken: 0, underWay: 0 };
  const ready = new Promise<Handler>((give, fail) => {
    server.once("listening", () => prepareNext(server, dev).then(give, fail));
  });
  const handle: Handler = async (request, response) => (await ready)(request, response);
  server.on("request", answerWith(handle, settings, dev, traffic));
  await listen(server, settings);
  await ready;
  return {
    address: process.env.AUTH_URL ?? addressOf(server),
    stop: (patienceMs) => {
      traffic.stopping = true;
      beginToStop();
      return finish(server, traffic, patienceMs);
    },
  };
}

async function prepareNext(server: Server, dev: boolean): Promise<Handler> {
  process.env.AUTH_URL ??= addressOf(server);
  process.env.AUTH_TRUST_HOST ??= "true"; // the address above is what counts, not the Host header
  const app = next({
    dev,
    dir: process.cwd(),
    hostname: "localhost",
    port: portOf(server),
    httpServer: server,
  });
  await app.prepare();
  if (dev) server.on("upgrade", app.getUpgradeHandler());
  const handle = app.getRequestHandler();
  return (request, response) => handle(request, response);
}

function addressOf(server: Server): string {
  return `http://localhost:${portOf(server)}`;
}

interface Traffic {
  stopping: boolean;
  /** Requests since the start. */
  taken: number;
  underWay: number;
}

type Handler = (...of: Parameters<RequestListener>) => Promise<void>;

function answerWith(handle: Handler, settings: Settings, dev: boolean, traffic: Traffic): RequestListener {
  return (request, response) => {
    traffic.taken += 1;
    traffic.underWay += 1;
    response.once("close", () => {
      traffic.underWay -= 1;
    });
    const facts: RequestFacts = { queries: 0, databaseGone: false };
    const nonce = secure(request, response, dev);
    request.headers[clientHeader] = clientAddress(request, settings.TRUSTED_PROXIES);
    if (traffic.stopping) response.setHeader("connection", "close");
    const length = Number(request.headers["content-length"] ?? 0);
    if (length > (uploadPath.test(request.url ?? "") ? uploadBytes : bodyBytes)) {
      const answer = () => refuseLarge(response, nonce);
      if (length > swallowedBytes) answer();
      else request.resume().once("end", answer);
      return;
    }
    // Next answers an address that cannot be decoded with a fault; it is one that nothing has.
    if (!canDecode(request.url ?? "/")) request.url = "/not-an-address";
    const showQueries = settings.SHOW_QUERIES === "1";
    // Development keeps Next's own overlay, which shows where it broke.
    const fail = dev
      ? () => response.destroy()
      : guardAnswer({ request, response, facts, nonce, showQueries });
    requestFacts.run(facts, () => {
      handle(request, response).catch((failure) => {
        log.error({ failure, url: request.url }, "a request failed");
        fail();
      });
    });
  };
}

function canDecode(address: string): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}

function refuseLarge(response: ServerResponse, nonce: string): void {
  response.writeHead(tooMuch.status, { connection: "close", "content-type": "text/html; charset=utf-8" });
  response.end(asPage(tooMuch, nonce));
}

/** How often a stopping server looks whether anything is still on its way to it. */
const quietMs = 100;

/**
 * Closing at once would reset connections whose request has arrived and is not read yet. So everything is still taken,
 * answered, and told that the connection ends, until nothing came and nothing was under way for a moment.
 */
async function finish(server: Server, traffic: Traffic, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (let seen = -1; seen !== traffic.taken || traffic.underWay > 0; ) {
    seen = traffic.taken;
    if (performance.now() > deadline) break;
    await new Promise((ok) => setTimeout(ok, quietMs));
  }
  await new Promise<void>((ok) => {
    server.close(() => ok());
    server.closeAllConnections();
  });
}
