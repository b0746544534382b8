"use client";
import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useRef, useState } from "react";
import { type FormAction, idle } from "@/components/forms/form-state";
import { buttonClass } from "@/components/ui/button";
import type { LivePerson, LiveState } from "@/lib/meetings/live-view";
import { onState } from "./live-store";
import { rollCallKeys } from "./roll-call-keys";

type Deed = "present" | "late" | "absent" | "left" | "returned";

export interface RollCallProps {
  action: FormAction;
  submissionKey: string;
  date: string;
  roster: readonly { handle: string; name: string; part: string; regrets: boolean }[];
  state: LiveState;
}

const words: Record<Deed, string> = {
  present: "Present",
  late: "Came late",
  absent: "Absent",
  left: "Left",
  returned: "Returned",
};

/** The roll call: a key for each person, shown beside the name. Each press is saved at once, and seen by all. */
export function RollCall({ action, submissionKey, date, roster, state }: RollCallProps) {
  const [answer, send] = useActionState(action, idle);
  const [live, setLive] = useState(state);
  const [trouble, setTrouble] = useState("");
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => onState(setLive), []);
  useEffect(() => {
    if (state.attendance.length === 0) frame.current?.focus({ preventScroll: true });
  }, [state.attendance.length]);

  const people = listed(roster, live.attendance);
  const keys = rollCallKeys(people);
  const begun = live.items.some(({ time }) => time.openedAt !== null);
  const mark = async (handle: string, deed: Deed) => {
    const marked = await fetch(`/api/v1/meetings/${date}/attendance`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ handle, deed }),
    }).catch(() => null);
    const said = await marked?.json().catch(() => null);
    setTrouble(marked?.ok ? "" : (said?.detail ?? "The portal does not answer; press it again in a moment."));
    return marked?.ok ?? false;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const person = people.find(({ handle }) => keys.get(handle) === event.key.toLowerCase());
    if (!person) return;
    event.preventDefault();
    const deeds = deedsFor(person, begun);
    const deed = event.shiftKey ? deeds[1] : person.isHere ? undefined : deeds[0];
    if (deed) void mark(person.handle, deed);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // what a form's submit is
    const [handle = "", deed = "present"] = (submitter?.getAttribute("value") ?? "").split(" ");
    if (handle) return void mark(handle, deed as Deed); // the buttons below have no other
    const guest = event.currentTarget.elements.namedItem("guest");
    if (!(guest instanceof HTMLInputElement) || !guest.value.trim()) return;
    void mark(guest.value, begun ? "late" : "present").then((ok) => {
      if (ok) guest.value = "";
    });
  };
  const wrong = trouble || (answer.status === "refused" ? answer.message : "");
  return (
    <form
      ref={frame}
      action={send}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      className="roll"
      aria-label="Roll call"
      tabIndex={-1}
    >
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <input type="hidden" name="date" value={date} />
      <p className="hint js-only">
        Press a person’s key as they answer; with Shift they are absent, or have left.
      </p>
      {wrong && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
      <ul>
        {people.map((person) => (
          <li key={person.handle} className="roll-one" data-here={person.isHere ? "yes" : undefined}>
            <span>
              <kbd className="js-only">{keys.get(person.handle)}</kbd> {person.name}{" "}
              <span className="meta">{person.word}</span>
            </span>
            <span className="roll-deeds">
              {deedsFor(person, begun).map((deed) => (
                <button
                  key={deed}
                  type="submit"
                  name="mark"
                  value={`${person.handle} ${deed}`}
                  className={buttonClass({ variant: "plain", size: "small" })}
                  aria-label={`${person.name}: ${words[deed]}`}
                >
                  {words[deed]}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor="guest">Somebody who walked in</label>
        <div className="line-row">
          <input className="input" id="guest" name="guest" autoComplete="off" placeholder="@ada" />
          <button type="submit" className={buttonClass({ size: "small" })}>
            Add
          </button>
        </div>
      </div>
    </form>
  );
}

interface Listed {
  handle: string;
  name: string;
  isHere: boolean;
  hasLeft: boolean;
  word: string;
}

/** What can be said of somebody now: the first by their key, the second by their key and Shift. */
function deedsFor({ isHere, hasLeft }: Listed, begun: boolean): Deed[] {
  if (isHere) return ["left"];
  if (hasLeft) return ["returned"];
  return [begun ? "late" : "present", "absent"];
}

/** The roster, and whoever came beside it. */
function listed(roster: RollCallProps["roster"], attendance: readonly LivePerson[]): Listed[] {
  const recorded = new Map(attendance.map((person) => [person.handle, person]));
  const known = new Set(roster.map(({ handle }) => handle));
  const all = [...roster, ...attendance.filter(({ handle }) => !known.has(handle))];
  return all.map(({ handle, name, ...rest }) => {
    const person = recorded.get(handle);
    const came = person?.state === "present" || person?.state === "late";
    const ahead = "regrets" in rest && rest.regrets ? "sent regrets" : "";
    const word = person ? (person.left ? "left" : person.state) : ahead;
    return { handle, name, isHere: came && !person.left, hasLeft: came && person.left, word };
  });
}
