import { randomBytes } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import next from "next";
import { type RequestFacts, requestFacts } from "../db/request-facts";
import { log } from "../log";
import { measure } from "../metrics/measure";
import type { Settings } from "../settings";
import { waitHeader } from "../wait-header";
import { answerBadRequests } from "./bad-requests";
import { clientAddress, clientHeader, countedAs, isPassedOn, passedOnHeader } from "./client-address";
import { cutOff } from "./cut-off";
import { whyNot } from "./door";
import { tooOften } from "./failure-answer";
import { guardAnswer } from "./guard-answer";
import { limitConnections } from "./limit-connections";
import type { LimitRequests } from "./limit-requests";
import { listen, portOf } from "./listen";
import { logPath } from "./log-path";
import { forgetOddState } from "./odd-request";
import { beginToStop } from "./on-stop";
import { type OwnAddress, ownAddress, settleHost } from "./own-address";
import { routePatterns } from "./route-pattern";
import { secure } from "./security-headers";
import { type Failed, turnAway } from "./send-failure";

/** Longest a client may take to send its headers, and a whole request; longest that a connection may be silent. */
const headerSeconds = 20;
const requestSeconds = 180;
const silentSeconds = 120; // live streams say something every 15 s

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
    connectionsCheckingInterval: 5_000,
  });
  server.setTimeout(silentSeconds * 1000);
  answerBadRequests(server);
  if (settings.TRUSTED_PROXIES === 0) limitConnections(server, settings.CONNECTIONS_PER_ADDRESS);
  const traffic: Traffic = { stopping: false, taken: 0, underWay: 0 };
  const ready = new Promise<Handler>((give, fail) => {
    server.once("listening", () => prepareNext(server, dev).then(give, fail));
  });
  const handle: Handler = async (request, response) => (await ready)(request, response);
  const { requestLimits } = await import("./limit-requests"); // opens the pool: after the database has its address
  const limit = requestLimits(settings);
  const portal = { settings, dev, traffic, limit, own: ownAddress(settings.AUTH_URL, "http://localhost") };
  server.on("request", answerWith(handle, portal));
  await listen(server, settings);
  portal.own = ownAddress(settings.AUTH_URL, addressOf(server));
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

interface Portal {
  settings: Settings;
  dev: boolean;
  traffic: Traffic;
  limit: LimitRequests;
  own: OwnAddress;
}

type Handler = (...of: Parameters<RequestListener>) => Promise<void>;

function answerWith(handle: Handler, portal: Portal): RequestListener {
  const { settings, dev, traffic } = portal;
  const patternOf = routePatterns();
  return (request, response) => {
    traffic.taken += 1;
    traffic.underWay += 1;
    response.once("close", () => {
      traffic.underWay -= 1;
    });
    const address = clientAddress(request, settings.TRUSTED_PROXIES);
    const agent = request.headers["user-agent"] ?? "";
    const id = randomBytes(6).toString("hex");
    const facts: RequestFacts = { id, queries: 0, databaseGone: false, address, agent };
    const { url = "/" } = request;
    measure(request, response, () => patternOf(url), facts);
    const { isHttps } = portal.own;
    const nonce = secure(request, response, { dev, isHttps, hstsDays: settings.HSTS_DAYS });
    request.headers[clientHeader] = countedAs(address);
    request.headers[passedOnHeader] = isPassedOn(request) ? "yes" : undefined;
    response.setHeader("x-request-id", id);
    if (traffic.stopping) response.setHeader("connection", "close");
    const failed = { request, response, nonce };
    const failure = whyNot(request, portal.own);
    if (failure) return turnAway(failed, failure);
    portal.limit(request).then((wait) => {
      if (wait && !wait.isSoft) return turnAway(failed, tooOften(wait.seconds));
      const path = () => logPath(url, patternOf(url));
      carryOn(handle, portal, { ...failed, facts, path, ...(wait && { waitSeconds: wait.seconds }) });
    });
  };
}

function carryOn(
  handle: Handler,
  { settings, dev, own }: Portal,
  of: Failed & { facts: RequestFacts; path: () => string; waitSeconds?: number },
): void {
  const { request, response, facts, waitSeconds } = of;
  settleHost(request, own);
  forgetOddState(request);
  request.headers[waitHeader] = waitSeconds ? String(waitSeconds) : undefined;
  // An address that cannot be decoded is one that nothing has, and so is one with a NUL in it: no text here has any.
  if (!canBeHere(request.url ?? "/")) request.url = "/not-an-address";
  const showQueries = settings.SHOW_QUERIES === "1";
  // Development keeps Next's own overlay, which shows where it broke.
  const fail = dev ? () => response.destroy() : guardAnswer({ ...of, showQueries });
  cutOff(of, fail);
  requestFacts.run(facts, () => {
    handle(request, response).catch((failure) => {
      log.error({ failure, method: request.method, path: of.path() }, "a request failed");
      fail();
    });
  });
}

/** The API says itself what is wrong with a NUL. */
function canBeHere(address: string): boolean {
  try {
    return !decodeURI(address).includes("\0") || address.startsWith("/api/v1/");
  } catch {
    return false;
  }
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
