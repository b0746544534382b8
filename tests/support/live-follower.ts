import { get, type IncomingMessage } from "node:http";

export interface Heard {
  seq: number;
  event: string;
  data: { line?: { id: number; text: string }; type?: string; [key: string]: unknown };
  at: number;
}

/** One who follows a meeting by server-sent events, and comes back to where it was. */
export class LiveFollower {
  readonly heard: Heard[] = [];
  last: number;
  /** Where given, it comes back by itself from a broken connection, once this is kept; it says then what it saw last. */
  comesBack: (() => Promise<unknown>) | undefined;
  #response: IncomingMessage | undefined;
  #rest = "";
  #hear: (() => void) | undefined;
  #isCut = false;

  constructor(
    readonly port: number,
    readonly path: string,
    readonly after: number,
    readonly headers: Record<string, string> = {},
  ) {
    this.last = after;
  }

  async connect(): Promise<void> {
    this.#rest = "";
    const path = `${this.path}${this.path.includes("?") ? "&" : "?"}after=${this.after}`;
    const headers = { ...this.headers, ...(this.last > this.after && { "last-event-id": this.last }) };
    const response = await new Promise<IncomingMessage>((ok, fail) => {
      get({ host: "127.0.0.1", port: this.port, path, headers, agent: false }, ok).on("error", fail);
    });
    if (response.statusCode !== 200) throw new Error(`a follower was answered ${response.statusCode}`);
    this.#response = response;
    response.setEncoding("utf8").on("data", (chunk: string) => this.#read(chunk));
    response.on("error", () => undefined); // cut off, by itself or by the test
    response.on("close", () => {
      if (!this.#isCut) void this.comesBack?.().then(() => this.connect());
    });
  }

  cut(): void {
    this.#isCut = true;
    this.#response?.destroy();
  }

  lines(): string[] {
    return this.heard.flatMap(({ event, data }) => (event === "line" && data.line ? [data.line.text] : []));
  }

  /** Resolves when what was heard is enough. */
  async until(enough: (heard: Heard[]) => boolean): Promise<void> {
    while (!enough(this.heard)) {
      await new Promise<void>((ok) => {
        this.#hear = ok;
      });
    }
  }

  #read(chunk: string): void {
    const parts = (this.#rest + chunk).split("\n\n");
    this.#rest = parts.pop() ?? "";
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
      const event = field("event");
      if (!event) continue;
      const seq = Number(field("id") ?? 0);
      if (seq > 0) this.last = seq;
      this.heard.push({ seq, event, data: JSON.parse(field("data") ?? "{}"), at: performance.now() });
    }
    this.#hear?.();
  }
}
