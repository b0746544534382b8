import type { LiveLine } from "@/lib/meetings/live-view";

/** A line that was typed and is not confirmed yet. */
export interface Unsent {
  key: string;
  itemId: number;
  /** Under which item, in words. */
  under: string;
  typed: string;
  /** Why the portal did not take it; absent while it was only not reached. */
  refused?: string;
}

export interface Queue {
  list(): Unsent[];
  add(line: Omit<Unsent, "key">): void;
  drop(key: string): void;
  /** Sends what waits, in order; what cannot be sent stays. */
  flush(): Promise<void>;
}

interface QueueOf {
  date: string;
  /** Whose lines they are: another person in this browser does not send them. */
  handle: string;
  onChange(): void;
  onWritten(line: LiveLine): void;
}

/** Lines wait in this browser until the portal has confirmed them: over a lost network, a reload, and a dead server. */
export function lineQueue({ date, handle, onChange, onWritten }: QueueOf): Queue {
  const name = `streamboard-lines ${date} ${handle}`;
  let sending = false;
  const list = (): Unsent[] => JSON.parse(localStorage.getItem(name) ?? "[]");
  const keep = (lines: Unsent[]) => {
    if (lines.length > 0) localStorage.setItem(name, JSON.stringify(lines));
    else localStorage.removeItem(name);
    onChange();
  };
  const drop = (key: string) => keep(list().filter((line) => line.key !== key));
  const refuse = (key: string, refused: string) =>
    keep(list().map((line) => (line.key === key ? { ...line, refused } : line)));

  /** Whether the next one can be tried. */
  const send = async ({ key, itemId, typed }: Unsent): Promise<boolean> => {
    const answer = await fetch(`/api/v1/meetings/${date}/lines`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ itemId, typed, clientKey: key }),
    }).catch(() => null);
    if (answer === null || answer.status >= 500 || answer.status === 401 || answer.status === 429)
      return false;
    const said = await answer.json().catch(() => ({}));
    if (answer.ok && said.line) onWritten(said.line);
    if (answer.ok) drop(key);
    else refuse(key, said.detail ?? "The portal did not take this line.");
    return true;
  };
  return {
    list,
    drop,
    add: (line) => keep([...list(), { ...line, key: crypto.randomUUID() }]),
    flush: async () => {
      if (sending) return;
      sending = true;
      try {
        for (let next = waiting(list()); next; next = waiting(list())) if (!(await send(next))) break;
      } finally {
        sending = false;
      }
    },
  };
}

function waiting(lines: readonly Unsent[]): Unsent | undefined {
  return lines.find(({ refused }) => refused === undefined);
}
