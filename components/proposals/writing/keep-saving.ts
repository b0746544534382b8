import { type BrowserCopy, browserPlace, dropFromBrowser, keepInBrowser, textOf } from "./browser-copy";

/** What the writer should know about it. */
export interface News {
  text: string;
  trouble?: boolean;
}

export interface Writing {
  person: number;
  number?: number;
}

const address = "/proposals/working-copies";
const pauseMs = 1_500;
const againMs = 15_000;
/** Browsers send no more than 64 KiB while a page closes. */
const farewellBytes = 60_000;

/**
 * Saves a form shortly after the typing stops, and when the page is closed. What cannot be saved stays in the browser.
 * `stop` ends it; `resume` begins anew after the form was sent and refused.
 */
export function keepSaving(form: HTMLFormElement, about: Writing, tell: (news: News) => void) {
  const place = browserPlace(about.person, about.number);
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;
  let isDirty = false;
  let isSent = false;

  const hidden = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null; // inputs of our own
  const read = (): BrowserCopy => ({
    at: Date.now(),
    copy: hidden("copy")?.value ?? "",
    copyVersion: Number(hidden("copyVersion")?.value),
    version: hidden("version")?.value,
    base: hidden("base")?.value,
    values: textOf(form),
  });
  const goOnAs = (copy: string, copyVersion: number) => {
    for (const [name, value] of Object.entries({ copy, copyVersion: String(copyVersion) })) {
      const input = hidden(name);
      if (input) input.value = value;
    }
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };
  const stayHere = (why: string, held: BrowserCopy) => {
    isDirty = true;
    const kept = keepInBrowser(place, held);
    tell({
      text: `Not saved: ${why} ${kept ? "It is kept in this browser." : "Keep this window open."}`,
      trouble: true,
    });
  };

  async function save(): Promise<void> {
    if (saving) await saving;
    if (!isDirty || isSent) return;
    isDirty = false;
    saving = send(read()).finally(() => {
      saving = undefined;
    });
    await saving;
  }

  async function send(held: BrowserCopy): Promise<void> {
    const answer = await post(held, about.number).catch(() => undefined);
    if (!answer) {
      stayHere("the portal cannot be reached.", held);
      later(againMs);
      return;
    }
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) {
      goOnAs(said.copy, said.copyVersion);
      dropFromBrowser(place, held.copy);
      if (!isDirty) tell({ text: `Saved ${clock(said.savedAt)}` });
    } else if (answer.status === 409) {
      await send({ ...held, ...goOn(newId()) });
      tell({ text: "Another window went on with this text, so this one is saved beside it." });
    } else {
      stayHere(answer.status === 401 ? "you are signed out. Sign in in another window." : said.message, held);
    }
  }

  const goOn = (copy: string) => {
    goOnAs(copy, 0);
    return { copy, copyVersion: 0 };
  };
  const onTyping = () => {
    isDirty = true;
    later(pauseMs);
  };
  /** Waits for a saving under way, so that the form is sent with the version that came of it. */
  const onSubmit = (event: SubmitEvent) => {
    clearTimeout(timer);
    if (saving) {
      event.preventDefault();
      event.stopPropagation();
      const { submitter } = event;
      void saving.then(() => form.requestSubmit(submitter));
      return;
    }
    if (event.defaultPrevented) return;
    isSent = true;
    keepInBrowser(place, read());
  };
  const onLeave = () => {
    if (!isDirty || isSent) return;
    const held = read();
    const body = bodyOf(held, about.number);
    const posted = body.length < farewellBytes && navigator.sendBeacon(address, json(body));
    keepInBrowser(place, { ...held, posted });
  };

  const { signal } = ending;
  form.addEventListener("input", onTyping, { signal });
  form.addEventListener("change", onTyping, { signal });
  form.addEventListener("submit", onSubmit, { signal });
  addEventListener("online", () => isDirty && later(0), { signal });
  addEventListener("pagehide", onLeave, { signal });
  return {
    resume: () => {
      isSent = false;
    },
    stop: () => {
      clearTimeout(timer);
      onLeave();
      ending.abort();
      if (isSent) dropWhenAway(place, read().copy);
    },
  };
}

/** Once the form was taken the portal goes to another page; where it stays, something broke, and the text is offered. */
function dropWhenAway(place: string, copy: string): void {
  const here = location.pathname;
  setTimeout(() => {
    if (location.pathname !== here) dropFromBrowser(place, copy);
  }, 1_000);
}

/** Sends a text to be kept. Throws where the server cannot be reached. */
export function post(held: BrowserCopy, number: number | undefined): Promise<Response> {
  return fetch(address, {
    method: "POST",
    body: bodyOf(held, number),
    headers: { "content-type": "application/json" },
  });
}

/** What the form was filled from is sent the first time only. */
function bodyOf(
  { copy, copyVersion, version, base, values }: BrowserCopy,
  number: number | undefined,
): string {
  return JSON.stringify({
    copy,
    copyVersion,
    number,
    version,
    base: copyVersion === 0 ? base : undefined,
    values,
  });
}

function json(body: string): Blob {
  return new Blob([body], { type: "application/json" });
}

/** Also where the page came without TLS, and the browser has no randomUUID. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

export function clock(at: string | number): string {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
