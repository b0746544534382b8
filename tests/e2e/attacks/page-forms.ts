import { randomUUID } from "node:crypto";
import type { Answer } from "./attack";
import type { Portal, Sent } from "./portal";

/** What a form of a page would send, by the names of its fields, as its HTML has them: no browser stands between. */
export type Fields = Record<string, string>;

/** The form of that name on somebody's page. */
export async function formOn(portal: Portal, path: string, as: string, name: string): Promise<Fields> {
  const { body } = await portal.ask(path, as ? { as } : {});
  const forms = body.match(/<form[^>]*>.*?<\/form>/gs) ?? [];
  const form = forms.find((html) => decoded(/aria-label="([^"]*)"/.exec(html)?.[1] ?? "") === name);
  if (!form) throw new Error(`${path} has no form “${name}” for ${as || "nobody"}`);
  return fieldsIn(form);
}

/** The fields of a form as its HTML has them. */
export function fieldsIn(html: string): Fields {
  const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => [
    attribute(tag, "name"),
    attribute(tag, "value"),
  ]);
  return Object.fromEntries(inputs.filter(([name]) => name !== ""));
}

/** Sends a form as a browser without JavaScript does, by whoever; headers are what the attack is about. */
export function submit(portal: Portal, path: string, fields: Fields, sent: Sent = {}): Promise<Answer> {
  const { type, body } = multipart(fields);
  return portal.ask(path, {
    ...sent,
    method: "POST",
    body,
    headers: { "content-type": type, ...sent.headers },
  });
}

export interface FileSent {
  name: string;
  bytes: Buffer;
}

export function multipart(fields: Fields, file?: FileSent): { type: string; body: Buffer } {
  const boundary = randomUUID();
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file?.name}"\r\n\r\n`;
  const whole = file ? [...parts, head, file.bytes, "\r\n"] : parts;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...whole, `--${boundary}--\r\n`].map((part) => Buffer.from(part))),
  };
}

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

function decoded(html: string): string {
  const signs: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" };
  return html.replaceAll(/&(quot|amp|lt|gt|#x27);/g, (whole, sign: string) => signs[sign] ?? whole);
}
