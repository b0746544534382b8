"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { lineLabels, loudKinds } from "@/lib/meetings/action-line";
import type { LiveLine, LiveState } from "@/lib/meetings/live-view";
import { timeLeft, timerOf } from "@/lib/meetings/timer";
import { followMeeting } from "./live-feed";
import { type Regions, showLine, showState, showTime } from "./live-regions";
import { tellState } from "./live-store";
import { onMotionOfLine } from "./motion-of-line";

export interface LiveSessionProps {
  date: string;
  state: LiveState;
  shownId: number | undefined;
  /** The page shows the chair's place and moves on with it; otherwise its reader looks elsewhere. */
  follows: boolean;
  isGuest: boolean;
  /** Reads the page anew at once: officers, whose buttons follow from where the meeting is. */
  isOfficer: boolean;
  mayChange: boolean;
  mayMove: boolean;
}

/** What guests' pages are made anew for; others see more of it, and sooner. */
const concernsAll =
  /^(agenda_item\.(opened|closed|pulled)|meeting\.(called|adjourned|executive|place)|decision|ballot|motion|position|proposal|question|concern)/;

/** Keeps the page where the meeting is. Without JavaScript the page is loaded again instead. */
export function LiveSession(props: LiveSessionProps) {
  const { date, state } = props;
  const [now, setNow] = useState({ state, isUp: true, said: "" });
  const refresh = useRefresh();
  const current = useRef({
    props,
    state,
    lines: new Map<number, { line: LiveLine; seq: number }>(),
    offsetMs: 0,
  });
  current.current.props = props;
  if (state.seq > current.current.state.seq) current.current.state = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: one stream for as long as the page is there; what changes is read from the ref.
  useEffect(() => {
    const held = current.current;
    held.offsetMs = state.now - Date.now();
    const regions = (): Regions => held.props;
    const say = (said: string) => setNow((before) => ({ ...before, said }));
    const lineShown = () => ({ date, mayChange: held.props.mayChange, mayMove: held.props.mayMove });
    const stop = followMeeting(date, state.seq, {
      onConnection: (isUp) => setNow((before) => (before.isUp === isUp ? before : { ...before, isUp })),
      onStale: () => refresh(0),
      onState: (next) => {
        held.offsetMs = next.now - Date.now();
        if (next.seq < held.state.seq) return;
        const moved = next.placeItemId !== held.state.placeItemId;
        const isOver = held.state.executiveSince !== null && next.executiveSince === null;
        held.state = next;
        setNow((before) => ({ ...before, state: next }));
        showState(next, regions());
        showTime(next, Date.now() + held.offsetMs);
        tellState(next);
        const { follows, shownId, isOfficer } = held.props;
        if (moved || isOver) say(placeWords(next) || (isOver ? "The executive session has ended." : ""));
        if (follows && next.placeItemId !== null && next.placeItemId !== shownId)
          refresh(isOfficer ? 0 : 250);
      },
      onLine: (line, seq) => {
        held.lines.set(line.id, { line, seq });
        showLine(line, lineShown());
        if (line.itemId === held.props.shownId && loudKinds.has(line.kind) && !line.struck) {
          say(`${lineLabels[line.kind]}: ${line.text.slice(0, 120)}`);
        }
        if (line.kind === "question") refresh(held.props.isOfficer ? 100 : 2_000);
      },
      onChange: (type) => {
        if (held.props.isOfficer) refresh(100);
        else if (concernsAll.test(type)) refresh(1_200);
      },
    });
    const clock = setInterval(() => {
      const at = Date.now() + held.offsetMs;
      showTime(held.state, at);
      const warning = timeWarning(held.state, at);
      if (warning) say(warning);
    }, 1_000);
    document.addEventListener("click", onMotionOfLine);
    return () => {
      clearInterval(clock);
      document.removeEventListener("click", onMotionOfLine);
      stop();
    };
  }, [date]);

  // The page was made anew: what came by the stream since it was read is put into it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new page calls for it.
  useEffect(() => {
    const held = current.current;
    showState(held.state, props);
    showTime(held.state, Date.now() + held.offsetMs);
    for (const { line, seq } of held.lines.values()) {
      if (seq > state.seq) showLine(line, { date, mayChange: props.mayChange, mayMove: props.mayMove });
      else held.lines.delete(line.id);
    }
  }, [state.seq, state.now, props.shownId]);

  const place = now.state.items.find(({ id }) => id === now.state.placeItemId);
  return (
    <div className="live-bar">
      {!props.follows && place && place.id !== props.shownId && (
        <p className="note n-info live-return">
          <span dir="auto">The meeting is at “{place.title}”.</span>{" "}
          <a href={`/meetings/${date}/session`}>Return to the meeting</a>
        </p>
      )}
      {!now.isUp && <p className="note n-warn">The connection is lost; this page comes back by itself.</p>}
      <p className="sr-only" aria-live="polite">
        {now.said}
      </p>
    </div>
  );
}

function placeWords({ items, placeItemId, executiveSince }: LiveState): string {
  const place = items.find(({ id }) => id === placeItemId);
  if (place) return `The meeting is at item ${place.place}, ${place.title}.`;
  return executiveSince === null ? "" : "The board is in executive session.";
}

/** Said once, as the second passes in which the tone changes. */
function timeWarning({ items, openItemId }: LiveState, at: number): string | undefined {
  const open = items.find(({ id }) => id === openItemId);
  const timer = open && timerOf(open.time);
  if (!timer) return undefined;
  const tone = timeLeft(timer, at).tone;
  if (tone === timeLeft(timer, at - 1_000).tone || tone === "calm") return undefined;
  return tone === "amber" ? "Two minutes are left." : "The time is over.";
}

/** Has the page made anew: soon, not twice at once, and not by everybody in the same instant. */
function useRefresh(): (withinMs: number) => void {
  const router = useRouter();
  const timer = useRef<{ id: ReturnType<typeof setTimeout>; at: number } | undefined>(undefined);
  return (withinMs) => {
    const at = Date.now() + Math.random() * withinMs;
    if (timer.current && timer.current.at <= at) return;
    clearTimeout(timer.current?.id);
    const id = setTimeout(() => {
      timer.current = undefined;
      router.refresh();
    }, at - Date.now());
    timer.current = { id, at };
  };
}
