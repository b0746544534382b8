import { bodyLimitOf } from "./door";
import { type Failure, tooSlow } from "./failure-answer";
import { type BodyLimit, limitBody } from "./limit-body";
import type { Failed } from "./send-failure";

/** Longest that an answer may take to begin. */
const answerSeconds = 60;

/** Ends what takes too long, or is too much: a body on its way in, or an answer that does not begin. */
export function cutOff(
  { request, response }: Pick<Failed, "request" | "response">,
  fail: (failure?: Failure) => void,
  body: BodyLimit = bodyLimitOf(request),
): void {
  limitBody(request, body, (failure) => {
    response.once("finish", () => request.destroy());
    if (!response.headersSent) response.setHeader("connection", "close");
    fail(failure);
  });
  const late = setTimeout(() => {
    if (!response.headersSent) fail(tooSlow);
  }, answerSeconds * 1000);
  response.once("close", () => clearTimeout(late));
}
