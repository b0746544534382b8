import { fileTypeFromBuffer } from "file-type";
import { ownEntry } from "../own-entry";
import { done, type Result, refuse } from "../result";
import {
  acceptedInWords,
  type FileKind,
  fileLimitBytes,
  kindOfExtension,
  kindOfMediaType,
  tooLarge,
} from "./file-kinds";
import { cleanFileName, extensionOf } from "./file-name";
import { faultInShape, isPlainText, markupAtStart } from "./file-shape";

export interface CheckedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * Whether a file may be attached: the content decides what it is, and the name has to say the same. What it was sent
 * as is not looked at. The refusal says what the name claims, what the content is, and what would be right.
 */
export async function checkFile(given: { name: string; bytes: Uint8Array }): Promise<Result<CheckedFile>> {
  const { bytes } = given;
  const name = cleanFileName(given.name);
  if (bytes.length === 0) return wrong(`${name} is empty. Choose a file that holds something.`);
  if (bytes.length > fileLimitBytes) return wrong(tooLarge(name, bytes.length));
  const kind = kindOfExtension(extensionOf(name));
  if (!kind) return wrong(notTaken(name));
  const content = await contentOf(bytes);
  if (!isOfKind(kind, content)) return wrong(liesAbout(name, kind, content));
  const fault = faultInShape(kind, bytes);
  if (fault)
    return wrong(`${name} is not only ${kind.label}: ${fault}. Save it anew from the program that made it.`);
  return done({ name, mediaType: mediaTypeOf(kind, content), bytes });
}

interface Content {
  /** In words: "HTML", "JPEG", "an exe file". */
  label: string;
  mediaType: string | null;
  kind: FileKind | undefined;
  isText: boolean;
}

async function contentOf(bytes: Uint8Array): Promise<Content> {
  const start = markupAtStart(bytes);
  if (start) return { label: start, mediaType: null, kind: undefined, isText: false };
  const found = await fileTypeFromBuffer(bytes);
  const mediaType = found ? (sameType[found.mime] ?? found.mime) : null;
  const kind = mediaType ? kindOfMediaType(mediaType) : undefined;
  if (kind) return { label: kind.label, mediaType, kind, isText: false };
  // Only then: a note that begins with "BM" is no bitmap.
  if (isPlainText(bytes)) return plainText;
  return found ? { ...unknownBytes, label: found.ext.toUpperCase(), mediaType } : unknownBytes;
}

const plainText: Content = { label: "plain text", mediaType: null, kind: undefined, isText: true };
const unknownBytes: Content = {
  label: "nothing that is known here",
  mediaType: null,
  kind: undefined,
  isText: false,
};

/** Names by which file-type calls what is one thing here. */
const sameType: Readonly<Record<string, string>> = {
  "audio/ogg; codecs=opus": "audio/ogg",
  "audio/opus": "audio/ogg",
  "application/ogg": "audio/ogg",
  "audio/x-m4a": "audio/mp4",
  "video/x-m4v": "video/mp4",
  "audio/webm": "video/webm",
};

/** A recording's container does not say for certain whether pictures go with the sound. */
const containers: readonly (readonly string[])[] = [
  ["video/mp4", "audio/mp4"],
  ["video/ogg", "audio/ogg"],
];

function isOfKind(kind: FileKind, content: Content): boolean {
  if (kind.as === "text") return content.isText;
  const { mediaType } = content;
  if (mediaType === null) return false;
  return (
    mediaType === kind.mediaType ||
    containers.some((types) => types.includes(mediaType) && types.includes(kind.mediaType))
  );
}

function mediaTypeOf(kind: FileKind, content: Content): string {
  return kind.as === "text" ? kind.mediaType : (content.mediaType ?? kind.mediaType);
}

function liesAbout(name: string, kind: FileKind, content: Content): string {
  const says = `${name} says ${kind.label}, its content is ${content.label}.`;
  if (content.kind) {
    const stem = name.slice(0, -extensionOf(name).length);
    return `${says} Rename it to ${stem}${content.kind.extension}, or choose the right file.`;
  }
  if (content.isText) return `${says} Rename it to end in .txt, or choose the right file.`;
  if (kind.as === "text")
    return `${says} Text has to be UTF-8, as editors save it, and no markup for browsers.`;
  return `${says} Save it as ${kind.label}, or choose the right file.`;
}

function notTaken(name: string): string {
  const extension = extensionOf(name);
  const what = extension
    ? `.${extension.toLowerCase()} files are not taken`
    : `${name} has no ending that says what it is`;
  const instead = ownEntry(insteadOf, extension.toLowerCase());
  return `${what}${instead ? `: ${instead}` : ""}. What can be attached: ${acceptedInWords}.`;
}

const canRun = "they can carry scripts";
const insteadOf: Readonly<Record<string, string>> = {
  svg: `${canRun}; save it as PNG or PDF`,
  html: `${canRun}; save it as PDF, or add a link to it`,
  htm: `${canRun}; save it as PDF, or add a link to it`,
  zip: "nobody sees what is in them; attach the files themselves",
  ppt: "save it as PDF, OpenDocument or .pptx",
  doc: "save it as PDF, OpenDocument or .docx",
  xls: "save it as OpenDocument, .xlsx or .csv",
  pptm: "they carry macros; save it as .pptx or PDF",
  docm: "they carry macros; save it as .docx or PDF",
  xlsm: "they carry macros; save it as .xlsx or PDF",
};

function wrong(message: string): ReturnType<typeof refuse> {
  return refuse("invalid", message, [{ path: "file", message }]);
}
