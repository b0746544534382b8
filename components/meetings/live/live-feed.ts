import type { LiveLine, LiveState } from "@/lib/meetings/live-view";

export interface FeedListener {
  onState(state: LiveState): void;
  onLine(line: LiveLine, seq: number): void;
  /** Something else happened, of this kind. */
  onChange(type: string): void;
  /** More was missed than could be told, or who reads has changed: the page has to be made anew. */
  onStale(): void;
  onConnection(isUp: boolean): void;
}

const checkMs = 5_000;
/** The server says something every 15 seconds: after this long without a word the connection is dead. */
const silentMs = 35_000;

/**
 * Follows a meeting by server-sent events, over every break: it comes back to where it was, also after the laptop has
 * slept. Numbers of events are remembered, so that none counts twice. Returns how to stop.
 */
export function followMeeting(date: string, after: number, listener: FeedListener): () => void {
  let last = after;
  let heardAt = Date.now();
  let source: EventSource | undefined;

  const isNew = (event: MessageEvent<string>) => {
    heardAt = Date.now();
    listener.onConnection(true);
    const seq = Number(event.lastEventId || last);
    if (seq <= last) return false;
    last = seq;
    return true;
  };
  const connect = () => {
    source?.close();
    heardAt = Date.now();
    const made = new EventSource(`/api/v1/meetings/${date}/live?after=${last}`);
    source = made;
    const on = (type: string, hear: (event: MessageEvent<string>) => void) =>
      made.addEventListener(type, (event) => made === source && hear(event as MessageEvent<string>)); // they are messages
    on("line", (event) => {
      if (isNew(event)) listener.onLine(JSON.parse(event.data).line, last);
    });
    on("change", (event) => {
      if (isNew(event)) listener.onChange(JSON.parse(event.data).type);
    });
    on("state", (event) => {
      isNew(event);
      listener.onState(JSON.parse(event.data));
    });
    on("reset", (event) => {
      isNew(event);
      listener.onStale();
    });
    on("bye", () => listener.onStale());
    on("beat", isNew);
    made.addEventListener("error", () => made === source && listener.onConnection(false));
  };
  /** A browser gives up after an answer that is no stream, and does not notice that it slept. */
  const check = () => {
    const isDead = source?.readyState === EventSource.CLOSED || Date.now() - heardAt > silentMs;
    if (isDead) connect();
  };
  const onWake = () => {
    if (document.visibilityState === "visible") check();
  };

  connect();
  const timer = setInterval(check, checkMs);
  document.addEventListener("visibilitychange", onWake);
  window.addEventListener("online", connect);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", onWake);
    window.removeEventListener("online", connect);
    const open = source;
    source = undefined;
    open?.close();
  };
}
