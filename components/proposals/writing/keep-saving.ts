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
/** Somebody who saves for good waits no longer than this for what is under way. */
const patienceMs = 10_000;
/** Browsers send no more than 64 KiB while a page closes. */
const farewellBytes = 60_000;

/**
 * Saves a form shortly after the typing stops, and when the page is closed. What cannot be saved stays in the browser.
 */
export class KeepSaving {
  readonly #place: string;
  readonly #ending = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  /** Something was typed that the server does not have. */
  #isDirty = false;
  /** The form is on its way to be saved for good. */
  #isSent = false;

  constructor(
    readonly form: HTMLFormElement,
    readonly about: Writing,
    readonly tell: (news: News) => void,
  ) {
    this.#place = browserPlace(about.person, about.number);
    const { signal } = this.#ending;
    form.addEventListener("input", this.#onTyping, { signal });
    form.addEventListener("change", this.#onTyping, { signal });
    form.addEventListener("submit", this.#onSubmit, { signal });
    addEventListener("online", () => this.#isDirty && this.#later(0), { signal });
    addEventListener("pagehide", this.#onLeave, { signal });
  }

  /** The form was sent and refused: its writer goes on. */
  resume(): void {
    this.#isSent = false;
    if (this.#isDirty) this.#later(pauseMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#onLeave();
    this.#ending.abort();
    if (this.#isSent) dropWhenAway(this.#place, this.#read().copy);
  }

  #onTyping = () => {
    this.#isDirty = true;
    this.#later(pauseMs);
  };

  /** Waits for a saving under way, so that the form is sent with the version that came of it. */
  #onSubmit = (event: SubmitEvent) => {
    clearTimeout(this.#timer);
    if (this.#saving) {
      event.preventDefault();
      event.stopPropagation();
      const { submitter } = event;
      void this.#saving.then(() => this.form.requestSubmit(submitter));
      return;
    }
    this.#isSent = true;
    if (this.#isDirty) keepInBrowser(this.#place, this.#read());
  };

  #onLeave = () => {
    if (!this.#isDirty || this.#isSent) return;
    const held = this.#read();
    const body = bodyOf(held, this.about.number);
    const posted = body.length < farewellBytes && navigator.sendBeacon(address, json(body));
    keepInBrowser(this.#place, { ...held, posted });
  };

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  async #save(): Promise<void> {
    if (this.#saving) await this.#saving;
    if (!this.#isDirty || this.#isSent) return;
    this.#isDirty = false;
    this.#saving = this.#send(this.#read()).then(() => {
      this.#saving = undefined;
    });
    await this.#saving;
  }

  /** Never throws; true where the server has it. */
  async #send(held: BrowserCopy): Promise<boolean> {
    const answer = await post(held, this.about.number).catch(() => undefined);
    const said = await answer?.json().catch(() => ({}));
    if (answer?.ok) {
      this.#goOnAs(said.copy, said.copyVersion);
      dropFromBrowser(this.#place, held.copy);
      if (!this.#isDirty) this.tell({ text: `Saved ${clock(said.savedAt)}` });
      return true;
    }
    if (answer?.status === 409) {
      this.#goOnAs(newId(), 0);
      const isSaved = await this.#send({ ...this.#read(), values: held.values });
      if (isSaved)
        this.tell({ text: "Another window went on with this text, so this one is saved beside it." });
      return isSaved;
    }
    if (!answer) this.#later(againMs);
    this.#stayHere(whyNot(answer?.status, said?.message), held);
    return false;
  }

  #stayHere(why: string, held: BrowserCopy): void {
    this.#isDirty = true;
    const where = keepInBrowser(this.#place, held) ? "It is kept in this browser." : "Keep this window open.";
    this.tell({ text: `Not saved: ${why} ${where}`, trouble: true });
  }

  #read(): BrowserCopy {
    return {
      at: Date.now(),
      copy: this.#hidden("copy")?.value ?? "",
      copyVersion: Number(this.#hidden("copyVersion")?.value),
      version: this.#hidden("version")?.value,
      base: this.#hidden("base")?.value,
      values: textOf(this.form),
    };
  }

  #goOnAs(copy: string, copyVersion: number): void {
    for (const [name, value] of Object.entries({ copy, copyVersion: String(copyVersion) })) {
      const input = this.#hidden(name);
      if (input) input.value = value;
    }
  }

  #hidden(name: string): HTMLInputElement | undefined {
    const input = this.form.elements.namedItem(name);
    return input instanceof HTMLInputElement ? input : undefined;
  }
}

function whyNot(status: number | undefined, message: unknown): string {
  if (status === undefined) return "the portal cannot be reached.";
  if (status === 401) return "you are signed out. Sign in in another window.";
  return typeof message === "string" ? message : "the portal did not take it.";
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
    signal: AbortSignal.timeout(patienceMs),
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
