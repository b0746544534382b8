import { fileLimitBytes } from "./file-kinds";

/** The file, and as much again as the other fields of the form can need; a letter may take four bytes. */
const bytesFor = (longestField: number) => fileLimitBytes + 64 * 1024 + 4 * (longestField - usualField);
/** What does not fit into any field of the form is cut: it is refused for its length, and kept for a day until then. */
const usualField = 5_000;
/** What is larger than this is not waited for. */
const mostSwallowed = 64 * 1024 * 1024;

export interface Upload {
  /** The fields that are text, by name. */
  fields: Record<string, string>;
  file: { name: string; bytes: Uint8Array } | null;
  /** The file did not fit: its bytes were thrown away, and the fields before it are kept. */
  isTooLarge: boolean;
}

/**
 * Reads a form with a file, and never keeps more of it than a file may have. What is larger is read to its end all the
 * same, for a browser listens only when it has sent everything. Null where it is no such form.
 */
export async function readUpload(request: Request, longestField = usualField): Promise<Upload | null> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data\s*;.*\bboundary="?([^\s";]{1,200})"?/i.exec(type)?.[1];
  if (!boundary || !request.body) return null;
  const { bytes, isTooLarge } = await readBody(request.body, bytesFor(longestField));
  // Cut in the middle of the file: with an end of its own, what stands before can still be read.
  const whole = isTooLarge ? Buffer.concat([bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]) : bytes;
  const form = await new Response(new Uint8Array(whole), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (!form) return isTooLarge ? { fields: {}, file: null, isTooLarge } : null;
  return { fields: fieldsOf(form, longestField), file: await fileOf(form), isTooLarge };
}

async function readBody(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
): Promise<{ bytes: Buffer; isTooLarge: boolean }> {
  const kept: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (size < mostBytes) kept.push(next.value.subarray(0, mostBytes - size));
    size += next.value.length;
    if (size > mostSwallowed) {
      await reader.cancel();
      break;
    }
  }
  return { bytes: Buffer.concat(kept), isTooLarge: size > mostBytes };
}

const mostFields = 20;

function fieldsOf(form: FormData, longest: number): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of [...form].slice(0, mostFields)) {
    if (typeof value === "string") fields[name] = value.replaceAll("\r\n", "\n").slice(0, longest);
  }
  return fields;
}

/** A field in which no file was chosen comes as one without name and content. */
async function fileOf(form: FormData): Promise<Upload["file"]> {
  const file = form.get("file");
  if (!file || typeof file === "string" || (file.name === "" && file.size === 0)) return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Whether a page of this portal sent it: another site's form would act with this reader's session. */
export function isFromHere(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin") ?? "";
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
