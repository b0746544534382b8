import type { IncomingMessage } from "node:http";
import { type Failure, tooMuch, tooSlowToArrive } from "./failure-answer";

export interface BodyLimit {
  bytes: number;
  seconds: number;
}

/**
 * Watches a body come in: one that does not say how long it is may go on without end, and one that says so may trickle.
 * What is too much does not reach whoever reads it.
 */
export function limitBody(
  request: IncomingMessage,
  { bytes, seconds }: BodyLimit,
  refuse: (failure: Failure) => void,
): void {
  let came = 0;
  let isOver = false;
  const stop = (failure: Failure) => {
    if (isOver) return;
    isOver = true;
    refuse(failure);
  };
  const timer = setTimeout(() => {
    if (!request.complete) stop(tooSlowToArrive);
  }, seconds * 1000);
  const settle = () => clearTimeout(timer);
  request.once("end", settle).once("close", settle);
  // Listening for data would make it flow before anybody reads it. Node's parser hands each piece to `push`.
  const push = request.push.bind(request);
  request.push = (piece: Buffer | null, encoding?: BufferEncoding) => {
    came += piece?.length ?? 0;
    if (came > bytes) stop(tooMuch);
    return isOver ? true : push(piece, encoding);
  };
}
