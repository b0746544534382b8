import { Session } from "node:inspector/promises";
import pg from "pg";
import { requestFacts } from "@/lib/db/request-facts";
import { answerQuestions } from "./child";
import { profileShares } from "./profile-shares";

// Loaded into the measured server before everything else: it lets the bench write down what a request asks of the
// database, read the process's clock, and look where its time goes. While not asked, it costs one comparison a query.

/** One statement as the driver got it. */
export interface Captured {
  text: string;
  values: unknown[];
  name?: string;
}

export type ServerQuestion = { do: "capture" | "captured" | "cpu" | "profile" | "profiled" };

let capturing = false;
let captured: Captured[] = [];
const session = new Session();

const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function observed(this: pg.Client, ...args: unknown[]) {
  // Only what a request asks: the worker looks for jobs at the same time.
  if (capturing && requestFacts.getStore()) captured.push(asCaptured(args));
  return query.apply(this, args);
} as typeof pg.Client.prototype.query; // the same overloads, passed on

function asCaptured([statement, values]: unknown[]): Captured {
  if (typeof statement === "string") return { text: statement, values: Array.isArray(values) ? values : [] };
  const { text, values: own, name } = statement as Partial<Captured>; // pg's QueryConfig or Query
  return { text: text ?? "", values: own ?? [], ...(name && { name }) };
}

answerQuestions<ServerQuestion>(async (question) => {
  if (question.do === "cpu") {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  if (question.do === "profile") {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 500 });
    return session.post("Profiler.start");
  }
  if (question.do === "profiled") {
    const { profile } = await session.post("Profiler.stop");
    session.disconnect();
    return profileShares(profile);
  }
  capturing = question.do === "capture";
  if (capturing) captured = [];
  return captured;
});
process.channel?.unref(); // the server decides by itself when it has nothing left to do
