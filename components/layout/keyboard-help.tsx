"use client";
import { useEffect, useRef } from "react";
import { keysAreOff, turnKeys } from "./keys-off";

const keys = [
  ["g p", "Proposals"],
  ["g m", "Meetings"],
  ["g t", "Tickets"],
  ["g r", "Region"],
  ["g i", "Inbox"],
  ["c", "Create: a proposal, or what the page offers"],
  ["/", "Search (also Ctrl K)"],
  ["j k", "Next and previous in a list"],
  ["Enter", "Open it"],
  ["← →", "Before and after, where things are read one by one"],
  ["?", "This help"],
];

const meetingKeys = [
  ["← →", "Items of the agenda"],
  ["n", "Write a line"],
  ["a", "Write an AGREED"],
  ["t", "Write an ACTION"],
  ["v", "Make a motion, or write one down"],
  ["x", "Mark my place for all"],
];

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys" aria-label="Keyboard" onClose={onClose}>
      <h2>Keyboard</h2>
      <Keys keys={keys} />
      <h3>In a meeting</h3>
      <Keys keys={meetingKeys} />
      <div className="choice">
        <input
          type="checkbox"
          id="keys-on"
          defaultChecked={!keysAreOff()}
          onChange={(event) => turnKeys(!event.target.checked)}
        />
        <label htmlFor="keys-on">Single keys are on</label>
      </div>
      <form method="dialog" className="actions">
        <button type="submit" className="btn">
          Close
        </button>
      </form>
    </dialog>
  );
}

function Keys({ keys: shown }: { keys: string[][] }) {
  return (
    <dl className="facts">
      {shown.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
