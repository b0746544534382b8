"use client";
import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useRef, useState } from "react";
import { type FormAction, type FormState, idle } from "@/components/forms/form-state";
import { buttonClass } from "@/components/ui/button";
import { lineLabels } from "@/lib/meetings/action-line";
import { type DateFinder, readLine } from "@/lib/meetings/line-syntax";
import { lineQueue, type Queue, type Unsent } from "./line-queue";
import { showLine } from "./live-regions";
import { openMotionForm } from "./motion-of-line";
import { UnsentLines } from "./unsent-lines";

export interface LineFieldProps {
  action: FormAction;
  submissionKey: string;
  state?: FormState;
  date: string;
  /** The item that is shown, and what it is called. */
  item: { id: number; title: string };
  handle: string;
  mayMove: boolean;
  timeZone: string;
}

const quick = [
  { key: "t", mark: "> ", label: "ACTION" },
  { key: "a", mark: "! ", label: "AGREED" },
  { key: "v", mark: "m: ", label: "Motion" },
  { key: undefined, mark: "? ", label: "Question" },
  { key: undefined, mark: "a: ", label: "Answer" },
] as const;

/** One field, Enter saves. A line belongs to the item that was shown when its typing began, wherever the meeting goes. */
export function LineField(props: LineFieldProps) {
  const { action, submissionKey, state: first = idle, date, item, handle } = props;
  const [answer, send] = useActionState(action, first);
  const [typed, setTyped] = useState({ text: answer.values?.typed ?? "", item });
  const [unsent, setUnsent] = useState<Unsent[]>([]);
  const field = useRef<HTMLTextAreaElement>(null);
  const findDate = useDateFinder(typed.text, props.timeZone);
  const queue = useRef<Queue | null>(null);
  const mayMove = useRef(props.mayMove);
  mayMove.current = props.mayMove;
  const target = typed.text === "" ? item : typed.item;

  useEffect(() => {
    const made = lineQueue({
      ...{ date, handle },
      onChange: () => setUnsent(made.list()),
      onWritten: (line) => showLine(line, { date, mayChange: true, mayMove: mayMove.current }),
    });
    queue.current = made;
    setUnsent(made.list());
    // What was typed before this script was there.
    const early = field.current?.value ?? "";
    if (early) setTyped((before) => ({ ...before, text: early }));
    const flush = () => void made.flush();
    flush();
    const timer = setInterval(flush, 3_000);
    window.addEventListener("online", flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
    };
  }, [date, handle]);

  const type = (text: string) =>
    setTyped((before) => ({ text, item: before.text === "" ? item : before.item }));
  const save = (event: FormEvent) => {
    if (!queue.current) return;
    event.preventDefault();
    if (typed.text.trim() === "") return;
    queue.current.add({ itemId: target.id, under: target.title, typed: typed.text });
    setTyped({ text: "", item });
    void queue.current.flush();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const begin = (mark: string) => {
    if (mark === "m: " && openMotionForm()) return;
    if (field.current === null) return;
    if (!typed.text.startsWith(mark)) type(mark + typed.text);
    field.current.focus();
  };
  const error = answer.errors?.[0]?.message ?? (answer.status === "refused" ? answer.message : undefined);
  return (
    <form action={send} onSubmit={save} className="line-form" aria-label="Write a line">
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <input type="hidden" name="date" value={date} />
      <input type="hidden" name="itemId" value={target.id} />
      <UnsentLines
        lines={unsent}
        onDrop={(key) => queue.current?.drop(key)}
        onTakeBack={({ key, typed: text, itemId, under }) => {
          queue.current?.drop(key);
          setTyped({ text, item: { id: itemId, title: under } });
          field.current?.focus();
        }}
      />
      <label htmlFor="typed">Line</label>
      <p className="hint" id="typed-hint">
        ? question, ! AGREED, &gt; ACTION with @owner and a date in words, m: motion, i: info, a: answer.
        Enter saves.
      </p>
      {error && (
        <p className="err" id="typed-error" role="alert">
          {error}
        </p>
      )}
      <div className="line-row">
        <textarea
          ref={field}
          className="input"
          id="typed"
          name="typed"
          rows={1}
          dir="auto"
          data-key="n"
          value={typed.text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          aria-describedby={error ? "typed-error typed-hint typed-read" : "typed-hint typed-read"}
          aria-invalid={error ? true : undefined}
        />
        <button type="submit" className={buttonClass({ variant: "primary" })}>
          Write it down
        </button>
      </div>
      <p className="line-read" id="typed-read" dir="auto">
        {reading(typed.text, findDate)}
        {target.id !== item.id && ` It goes under “${target.title}”, where you began it.`}
      </p>
      <div className="line-quick js-only">
        {quick.map(({ key, mark, label }) => (
          <button
            key={mark}
            type="button"
            className={buttonClass({ size: "small" })}
            data-key={key}
            onClick={() => begin(mark)}
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}

/** How the line will be read: "ACTION for @ada, by 2026-12-16: write to infra". */
function reading(text: string, findDate: DateFinder): string {
  if (text.trim() === "") return "";
  const { kind, text: said, owner, dueOn } = readLine(text, findDate);
  if (kind === "note") return "Note";
  const who = kind === "action" ? ` for ${owner || "nobody yet"}${dueOn && `, by ${dueOn}`}` : "";
  return `${lineLabels[kind]}${who}: ${said.length > 80 ? `${said.slice(0, 80)}…` : said || "…"}`;
}

const none: DateFinder = () => null;

/** The reader of dates in words is large: it comes when the first ACTION is typed. */
function useDateFinder(text: string, timeZone: string): DateFinder {
  const [finder, setFinder] = useState<{ find: DateFinder }>({ find: none });
  const isWanted = readLine(text, none).kind === "action";
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    import("@/lib/meetings/due-words").then(
      ({ dueDateFinder }) => isHere && setFinder({ find: dueDateFinder(new Date(), timeZone) }),
      () => undefined, // offline: the server reads it all the same
    );
    return () => {
      isHere = false;
    };
  }, [isWanted, timeZone]);
  return finder.find;
}
