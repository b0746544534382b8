import { Agent, request } from "node:http";
import { connect } from "node:net";
import type { Answer } from "./attack";

/** What a browser or a program would send; nothing is tidied up but what HTTP itself forbids. */
export interface Asked {
  method?: string | undefined;
  headers?: Readonly<Record<string, string | string[]>> | undefined;
  body?: string | Buffer | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 });
const patienceMs = 20_000;

/** One request to a path, which goes out as it is written, and the whole answer. */
export function askAt(port: number, path: string, { method, headers, body }: Asked): Promise<Answer> {
  const sent = {
    ...headers,
    ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
  };
  return new Promise((ok, fail) => {
    const asking = request(
      { agent, host: "127.0.0.1", port, path, method: method ?? "GET", headers: sent, timeout: patienceMs },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", fail);
        response.on("end", () => {
          const body = Buffer.concat(chunks).toString();
          ok({ status: response.statusCode ?? 0, head: headOf(response.rawHeaders), body });
        });
      },
    );
    asking.on("timeout", () => asking.destroy(new Error(`${path} was not answered in ${patienceMs} ms`)));
    asking.on("error", fail);
    asking.end(body);
  });
}

/** Bytes as they are, on a connection of their own, and whatever comes back until it ends. */
export function rawAt(port: number, bytes: string | Buffer): Promise<Answer> {
  return new Promise((ok, fail) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.setTimeout(patienceMs, () => socket.destroy(new Error("the connection stayed open")));
    socket.on("connect", () => socket.write(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", (failure: NodeJS.ErrnoException) => {
      if (failure.code !== "ECONNRESET" && failure.code !== "EPIPE") fail(failure);
    });
    socket.on("close", () => ok(parsed(Buffer.concat(chunks).toString())));
  });
}

/** A request as text: lines, an empty one, and a body. */
export function lines(...all: string[]): string {
  return all.join("\r\n");
}

function parsed(text: string): Answer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...headers] = head.split("\r\n");
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    head: headers.map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase())).join("\n"),
    body: rest.join("\r\n\r\n"),
  };
}

function headOf(raw: readonly string[]): string {
  const named = raw.flatMap((text, place) =>
    place % 2 === 0 ? [`${text.toLowerCase()}: ${raw[place + 1]}`] : [],
  );
  return named.join("\n");
}
