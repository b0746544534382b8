import { ownEntry } from "../own-entry";

/** What may be attached: by its extension, what that says and what the content then has to be. */
export interface FileKind {
  extension: string;
  /** In words: "slides.pdf says PDF". */
  label: string;
  mediaType: string;
  /** Browsers show it in place; everything else is downloaded. */
  shown: boolean;
  /** How it is recognized: by its bytes, or as plain text. */
  as: "image" | "pdf" | "office" | "media" | "text";
}

const office = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

export const fileKinds: readonly FileKind[] = [
  { extension: "pdf", label: "PDF", mediaType: "application/pdf", shown: true, as: "pdf" },
  { extension: "png", label: "PNG", mediaType: "image/png", shown: true, as: "image" },
  { extension: "jpg", label: "JPEG", mediaType: "image/jpeg", shown: true, as: "image" },
  { extension: "gif", label: "GIF", mediaType: "image/gif", shown: true, as: "image" },
  { extension: "webp", label: "WebP", mediaType: "image/webp", shown: true, as: "image" },
  {
    extension: "odp",
    label: "OpenDocument slides",
    mediaType: `${openDocument}.presentation`,
    shown: false,
    as: "office",
  },
  {
    extension: "odt",
    label: "OpenDocument text",
    mediaType: `${openDocument}.text`,
    shown: false,
    as: "office",
  },
  {
    extension: "ods",
    label: "OpenDocument sheet",
    mediaType: `${openDocument}.spreadsheet`,
    shown: false,
    as: "office",
  },
  {
    extension: "pptx",
    label: "PowerPoint",
    mediaType: `${office}.presentationml.presentation`,
    shown: false,
    as: "office",
  },
  {
    extension: "docx",
    label: "Word",
    mediaType: `${office}.wordprocessingml.document`,
    shown: false,
    as: "office",
  },
  {
    extension: "xlsx",
    label: "Excel",
    mediaType: `${office}.spreadsheetml.sheet`,
    shown: false,
    as: "office",
  },
  { extension: "mp4", label: "MP4", mediaType: "video/mp4", shown: true, as: "media" },
  { extension: "m4a", label: "MP4 sound", mediaType: "audio/mp4", shown: true, as: "media" },
  { extension: "webm", label: "WebM", mediaType: "video/webm", shown: true, as: "media" },
  { extension: "ogv", label: "Ogg video", mediaType: "video/ogg", shown: true, as: "media" },
  { extension: "ogg", label: "Ogg sound", mediaType: "audio/ogg", shown: true, as: "media" },
  { extension: "txt", label: "plain text", mediaType: "text/plain", shown: false, as: "text" },
  { extension: "md", label: "Markdown", mediaType: "text/markdown", shown: false, as: "text" },
  { extension: "csv", label: "CSV", mediaType: "text/csv", shown: false, as: "text" },
];

/** The same kind by another extension. */
const aliases: Readonly<Record<string, string>> = {
  jpeg: "jpg",
  jpe: "jpg",
  m4v: "mp4",
  oga: "ogg",
  opus: "ogg",
  text: "txt",
  markdown: "md",
};

export function kindOfExtension(extension: string): FileKind | undefined {
  const plain = extension.toLowerCase();
  return fileKinds.find((kind) => kind.extension === (ownEntry(aliases, plain) ?? plain));
}

export function kindOfMediaType(mediaType: string): FileKind | undefined {
  return fileKinds.find((kind) => kind.mediaType === mediaType);
}

/** For the `accept` of a file field: it helps to choose, it holds nothing. */
export const acceptedFiles = [...fileKinds.map(({ extension }) => extension), ...Object.keys(aliases)]
  .map((extension) => `.${extension}`)
  .join(",");

/** In words, for hints and refusals. */
export const acceptedInWords =
  "PDF, PNG, JPEG, GIF, WebP, OpenDocument or Office files, MP4, WebM, Ogg, and plain text (txt, md, csv)";

/** The database refuses more, too (attachment_size). */
export const fileLimitBytes = 10 * 1024 * 1024;

/** "3.4 MB", with the megabyte of 1,048,576 bytes that the limit is counted in. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024).toLocaleString("en")} kB`;
  const tenths = bytes > fileLimitBytes ? Math.ceil(bytes / 104_857.6) : Math.round(bytes / 104_857.6);
  return `${(tenths / 10).toLocaleString("en")} MB`;
}

/** What to say of a larger one; without its size, where nobody waited for its end. */
export function tooLarge(name: string, size?: number): string {
  const has = size === undefined ? "is larger than that" : `has ${sizeText(size)}`;
  return `A file may have ${sizeText(fileLimitBytes)}; ${name} ${has}. Put it where it can stay, and add a link to it.`;
}
