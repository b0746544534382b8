"use client";
import { memo, useContext, useEffect, useRef, useState } from "react";
import { FormContext } from "@/components/forms/form-context";
import {
  type BrowserCopy,
  browserPlace,
  dropFromBrowser,
  isShown,
  keptInBrowser,
  textOf,
} from "./browser-copy";
import { clock, KeepSaving, type News, newId, post } from "./keep-saving";

export interface SelfSavingProps {
  /** Whose text it is. */
  person: number;
  /** The copy's name, made with the form, and its version; 0 while it was never saved. */
  copy: string;
  copyVersion: number;
  /** The proposal that the form changes, with its version and its text when the form was filled. */
  number?: number;
  version?: number;
  base?: string;
  /** The copies that the server knows of. */
  known: readonly { id: string; copyVersion: number }[];
}

/** The form saves itself while somebody writes. Without JavaScript these are its hidden fields, and nothing else. */
export function SelfSaving(props: SelfSavingProps) {
  const { person, number, known } = props;
  const { state } = useContext(FormContext);
  // What came back with a refused form, or after signing in again, is about the proposal as it was then.
  const [first] = useState(state.values);
  const place = useRef<HTMLParagraphElement>(null);
  const running = useRef<KeepSaving | undefined>(undefined);
  const [news, tell] = useState<News>({ text: "" });
  const [found, find] = useState<BrowserCopy | undefined>();

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    running.current = new KeepSaving(form, { person, number }, tell);
    return () => running.current?.stop();
  }, [person, number]);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (form) find(firstOfUse(browserPlace(person, number), textOf(form), known));
  }, [person, number, known]);
  useEffect(() => {
    if (state.status !== "idle") running.current?.resume();
  }, [state]);

  return (
    <>
      <Hidden
        fields={{
          copy: first?.copy ?? props.copy,
          copyVersion: first?.copyVersion ?? props.copyVersion,
          ...(number && {
            number,
            version: first?.version ?? props.version,
            base: first?.base ?? props.base,
          }),
        }}
      />
      {found && <Found kept={found} person={person} number={number} onDone={() => find(undefined)} />}
      <p className={news.trouble ? "saved-at is-trouble" : "saved-at"} role="status" ref={place}>
        {news.text}
      </p>
    </>
  );
}

/** Written once: from then on keep-saving.ts sets them, and rendering them again would set them back. */
const Hidden = memo(
  function Hidden({ fields }: { fields: Record<string, string | number | undefined> }) {
    return Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} defaultValue={value} />
    ));
  },
  () => true,
);

/** The latest text in this browser that the server does not have; what is shown or has arrived by now is dropped. */
function firstOfUse(
  place: string,
  shown: Record<string, string>,
  known: SelfSavingProps["known"],
): BrowserCopy | undefined {
  const ofUse = keptInBrowser(place, Date.now()).filter((kept) => {
    const arrived = known.some(({ id, copyVersion }) => id === kept.copy && copyVersion > kept.copyVersion);
    if (!isShown(kept.values, shown) && !(kept.posted && arrived)) return true;
    dropFromBrowser(place, kept.copy);
    return false;
  });
  return ofUse[0];
}

interface FoundProps {
  kept: BrowserCopy;
  person: number;
  number?: number;
  onDone: () => void;
}

/** Offered, never put in by itself: it may be older than what the page shows. */
function Found({ kept, person, number, onDone }: FoundProps) {
  const [trouble, setTrouble] = useState("");
  const place = browserPlace(person, number);
  const drop = () => {
    dropFromBrowser(place, kept.copy);
    onDone();
  };
  const putBack = async () => {
    const copy = newId();
    const answer = await post({ ...kept, copy, copyVersion: 0 }, number).catch(() => undefined);
    if (!answer?.ok) {
      const said = await answer?.json().catch(() => undefined);
      setTrouble(said?.message ?? "The portal cannot be reached. Try again in a moment.");
      return;
    }
    dropFromBrowser(place, kept.copy);
    location.assign(`${number ? `/proposals/${number}/edit` : "/proposals/new"}?copy=${copy}`);
  };
  return (
    <div className="note n-warn found" role="alert">
      <div>
        <p className="note-title">This browser kept what you typed at {clock(kept.at)}.</p>
        <p>It did not reach the portal.</p>
        {trouble && <p className="err">{trouble}</p>}
        <p className="actions">
          <button type="button" className="btn" onClick={() => void putBack()}>
            Put it back
          </button>
          <button type="button" className="btn quiet" onClick={drop}>
            Throw it away
          </button>
        </p>
      </div>
    </div>
  );
}
