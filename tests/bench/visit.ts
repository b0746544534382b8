import { gzipSync } from "node:zlib";
import { keyMark } from "./load";

export interface Visited {
  status: number;
  html: string;
  bytes: number;
  queries: number;
}

/** Reads a page once. */
export async function visit(origin: string, path: string, cookie: string): Promise<Visited> {
  const response = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
  const html = await response.text();
  const timing = /db;desc="(\d+) queries"/.exec(response.headers.get("server-timing") ?? "");
  return {
    status: response.status,
    html,
    bytes: Buffer.byteLength(html),
    queries: Number(timing?.[1] ?? Number.NaN),
  };
}

/** Bytes of the script that a page loads, packed; browsers of today skip what is marked nomodule. */
export async function scriptBytes(origin: string, html: string): Promise<number> {
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  const sizes = [...new Set(sources)].map(async (source) => {
    const response = await fetch(new URL(source.replaceAll("&amp;", "&"), origin));
    return gzipSync(Buffer.from(await response.arrayBuffer())).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Bytes of the talk that a page shows. */
export function timelineBytes(html: string): number {
  return Buffer.byteLength(
    /<ol class="tl"[\s\S]*?<\/ol><(?:form|nav|div id="comment-form")/.exec(html)?.[0] ?? "",
  );
}

export interface FormPost {
  headers: Record<string, string>;
  body: string;
}

/** What a browser without JavaScript sends of the form that holds this field. */
export function formPost(origin: string, html: string, field: string, text: string): FormPost {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((each) => new RegExp(`<textarea[^>]*\\bname="${field}"`).test(each));
  if (!form) throw new Error(`The page has no form with a field ${field}.`);
  const boundary = "----the-bench";
  const parts = fieldsOf(form).map(([name, value]) => {
    const sent = name === "submissionKey" ? keyMark : name === field ? text : value;
    return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${sent}\r\n`;
  });
  return {
    headers: { origin, "content-type": `multipart/form-data; boundary=${boundary}` },
    body: `${parts.join("")}--${boundary}--\r\n`,
  };
}

function fieldsOf(form: string): [name: string, value: string][] {
  const controls = form.match(/<(input|textarea|select)\b[^>]*>/g) ?? [];
  const ticked = controls.filter((tag) => !/type="(checkbox|radio)"/.test(tag) || /\bchecked\b/.test(tag));
  return ticked.flatMap((tag): [string, string][] => {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    return name ? [[plain(name), plain(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "")]] : [];
  });
}

function plain(attribute: string): string {
  const named: Record<string, string> = {
    "&quot;": '"',
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&#x27;": "'",
  };
  return attribute.replace(/&(quot|amp|lt|gt|#x27);/g, (entity) => named[entity] ?? entity);
}
