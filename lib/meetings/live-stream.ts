import { env } from "../env";
import { processWide } from "../process-wide";
import type { Frame } from "./live-frames";
import { type Joining, LiveHub } from "./live-hub";

export function liveHub(): LiveHub {
  return processWide("live-hub", () => new LiveHub(() => env().LIVE_FOLLOWERS));
}

/** What may wait for a follower who reads slowly; beyond it the stream ends, and goes on from where it was. */
const mostWaitingBytes = 1_000_000;

export type Opened =
  | { ok: true; body: ReadableStream<Uint8Array> }
  | { ok: false; reason: "stopping" | "full" };

/** Opens a stream of a meeting's events, as bytes of `text/event-stream`. */
export function openLiveStream(of: Omit<Joining, "send" | "end">): Opened {
  let leave = () => {};
  let ended = false;
  let refused: "stopping" | "full" | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          if (ended) return;
          ended = true;
          leave();
          controller.close();
        };
        const send = (frame: Frame) => {
          if (ended) return;
          controller.enqueue(frame);
          if ((controller.desiredSize ?? 0) <= 0) end();
        };
        const joined = liveHub().join({ ...of, send, end });
        if (!joined.ok) {
          refused = joined.reason;
          return;
        }
        leave = joined.leave;
        if (ended) leave();
      },
      cancel: () => {
        ended = true;
        leave();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }),
  );
  return refused ? { ok: false, reason: refused } : { ok: true, body };
}
