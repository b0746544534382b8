import { createHash, randomBytes } from "node:crypto";
import { requestFacts } from "../db/request-facts";
import { env } from "../env";
import { networkOf } from "./network";

/** Where something is done from, as it is kept for a while. */
export interface Origin {
  salt: string;
  network: string;
  agent: string;
}

const mostOfAgent = 300;

/** What a browser or a program calls itself, as it is kept. */
export function agentName(said: string): string {
  return said.replaceAll(/\p{Cc}/gu, "").slice(0, mostOfAgent);
}

/** Where this request comes from; undefined on the command line, or where the settings keep nothing. */
export function currentOrigin(): Origin | undefined {
  const network = currentNetwork();
  if (network === "" || env().AUDIT_ORIGIN_DAYS === 0) return undefined;
  const agent = agentName(requestFacts.getStore()?.agent ?? "");
  return { salt: randomBytes(16).toString("base64url"), network, agent };
}

export function currentNetwork(): string {
  return networkOf(requestFacts.getStore()?.address ?? "");
}

/** What the sealed entry holds of it: when the origin is thrown away, its salt goes along, and this says nothing more. */
export function hashOfOrigin({ salt, network, agent }: Origin): string {
  return createHash("sha256").update([salt, network, agent].join("\n")).digest("hex");
}
