import type { IncomingMessage } from "node:http";
import {
  type Failure,
  longAddress,
  manyHeaders,
  noSuchMethod,
  notFromHere,
  tooMuch,
  twoHosts,
} from "./failure-answer";
import { isForeign } from "./foreign-request";
import type { BodyLimit } from "./limit-body";
import { isMethodHere, namesHosts } from "./odd-request";
import type { OwnAddress } from "./own-address";
import { uploadPath } from "./request-kind";

const addressLength = 8_000;
const mostHeaders = 100;
const ofForms: BodyLimit = { bytes: 5_000_000, seconds: 60 };
/** What is too large for a file is read to its end all the same, to say so on the form. */
const ofFiles: BodyLimit = { bytes: 64_000_000, seconds: 180 };

/** What turns a request away before anything is done for it. */
export function whyNot(request: IncomingMessage, own: OwnAddress): Failure | undefined {
  const { url = "/", headers } = request;
  if (url.length > addressLength) return longAddress;
  if (request.rawHeaders.length > 2 * mostHeaders) return manyHeaders;
  if (namesHosts(request) > 1) return twoHosts;
  if (!isMethodHere(request)) return noSuchMethod;
  if (isForeign(request, own)) return notFromHere(own.origin);
  return Number(headers["content-length"] ?? 0) > bodyLimitOf(request).bytes ? tooMuch : undefined;
}

/** How much a request may send, and for how long. */
export function bodyLimitOf({ url = "/" }: IncomingMessage): BodyLimit {
  return uploadPath.test(url) ? ofFiles : ofForms;
}
