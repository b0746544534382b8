import { type ClientRequest, type IncomingMessage, request as plainRequest } from "node:http";
import { request as encryptedRequest } from "node:https";
import { type Door, guardedLookup } from "./door";

export interface Sent {
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Buffer;
  signal: AbortSignal;
}

/** Sends one request on a connection of its own, and answers when the head of the answer is there. */
export function oneRequest(door: Door, url: URL, sent: Sent): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? encryptedRequest : plainRequest;
  return new Promise((give, fail) => {
    const begun: ClientRequest = request(url, {
      method: sent.method,
      headers: {
        ...sent.headers,
        ...(sent.body && { "content-length": String(Buffer.byteLength(sent.body)) }),
      },
      // A connection that is kept open was checked for another request: each asks and is checked anew.
      agent: false,
      lookup: guardedLookup(door, url),
      signal: sent.signal,
    });
    begun.on("response", give).on("error", fail);
    begun.end(sent.body);
  });
}
