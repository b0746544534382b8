import { describe, expect, it } from "vitest";
import { checkFile } from "@/lib/materials/file-check";
import { fileLimitBytes } from "@/lib/materials/file-kinds";
import {
  aGif,
  aJpeg,
  anExe,
  anMp4,
  anOfficeFile,
  anOgg,
  anOpenDocument,
  aPdf,
  aPng,
  aWebm,
  aWebp,
  aZip,
  pngChunk,
} from "../../factories/files";

const text = (content: string) => Buffer.from(content);
const html = "<!doctype html><html><body><script>alert(1)</script></body></html>";
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

async function said(name: string, bytes: Uint8Array): Promise<string> {
  const result = await checkFile({ name, bytes });
  return result.ok ? result.value.mediaType : result.refusal.message;
}

describe("a file that is what its name says is taken, as what its content is", () => {
  it.each([
    ["slides.pdf", aPdf(), "application/pdf"],
    ["SLIDES.PDF", aPdf(), "application/pdf"],
    ["map.png", aPng(), "image/png"],
    ["photo.jpg", aJpeg(), "image/jpeg"],
    ["photo.jpeg", aJpeg(), "image/jpeg"],
    ["small.gif", aGif(), "image/gif"],
    ["small.webp", aWebp(), "image/webp"],
    ["talk.odp", anOpenDocument("presentation"), "application/vnd.oasis.opendocument.presentation"],
    ["text.odt", anOpenDocument("text"), "application/vnd.oasis.opendocument.text"],
    ["sums.ods", anOpenDocument("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"],
    [
      "text.docx",
      anOfficeFile("word"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    [
      "talk.pptx",
      anOfficeFile("ppt"),
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ],
    ["sums.xlsx", anOfficeFile("xl"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["meeting.mp4", anMp4(), "video/mp4"],
    ["meeting.m4a", anMp4("M4A "), "audio/mp4"],
    ["meeting.webm", aWebm(), "video/webm"],
    ["meeting.ogg", anOgg(), "audio/ogg"],
    ["meeting.opus", anOgg("OpusHead"), "audio/ogg"],
    ["meeting.ogv", anOgg("\x80theora"), "video/ogg"],
    ["notes.txt", text("Grüße an alle.\r\n\tEin Tab.\n"), "text/plain"],
    ["notes.txt", text("BM is how this note begins, and it is no bitmap."), "text/plain"],
    ["notes.md", text("# Notes\n\n<p align=center>Markdown may hold this.</p>"), "text/markdown"],
    ["hours.csv", text("\uFEFFday,hours\nMonday,3\n"), "text/csv"],
    ["emoji 🎉.txt", text("مرحبا 🎉"), "text/plain"],
  ])("%s", async (name, bytes, mediaType) => {
    expect(await said(name, bytes)).toBe(mediaType);
  });
});

describe("a file that lies about its type is refused, with which and what would be right", () => {
  it.each([
    [
      "slides.pdf",
      text(html),
      "slides.pdf says PDF, its content is HTML. Save it as PDF, or choose the right file.",
    ],
    ["slides.pdf", text(`<!-- hello --> \n ${html}`), "its content is HTML"],
    ["slides.pdf", text(`\uFEFF${html.toUpperCase()}`), "its content is HTML"],
    ["slides.pdf", text("Just words."), "its content is plain text. Rename it to end in .txt"],
    ["map.png", text(svg), "map.png says PNG, its content is SVG"],
    ["map.png", text(`<?xml version="1.0"?>\n${svg}`), "its content is SVG"],
    ["map.png", text('<?xml version="1.0"?><feed/>'), "its content is XML"],
    [
      "map.png",
      aJpeg(),
      "map.png says PNG, its content is JPEG. Rename it to map.jpg, or choose the right file.",
    ],
    ["map.png", anExe(), "map.png says PNG, its content is EXE"],
    ["map.png", Buffer.from([1, 2, 3, 4, 5, 0, 7]), "its content is nothing that is known here"],
    ["photo.jpg", aPdf(), "its content is PDF. Rename it to photo.pdf"],
    ["text.docx", aZip({ "a.txt": "a" }), "text.docx says Word, its content is ZIP"],
    ["text.docx", anOfficeFile("ppt"), "its content is PowerPoint. Rename it to text.pptx"],
    ["talk.odp", anOpenDocument("text"), "its content is OpenDocument text. Rename it to talk.odt"],
    ["meeting.mp4", aWebm(), "its content is WebM"],
    ["notes.txt", aPdf(), "notes.txt says plain text, its content is PDF. Rename it to notes.pdf"],
    ["notes.txt", text(html), "its content is HTML"],
    ["notes.md", text(svg), "its content is SVG"],
    ["notes.txt", Buffer.from("null \0 byte"), "Text has to be UTF-8"],
    ["notes.txt", Buffer.from("Gr\xfc\xdfe", "latin1"), "Text has to be UTF-8"],
    ["notes.csv", anExe(), "notes.csv says CSV, its content is EXE"],
  ])("%s: %#", async (name, bytes, sentence) => {
    expect(await said(name, bytes)).toContain(sentence);
  });
});

describe("a file that is two things at once is refused", () => {
  const zip = aZip({ "a.txt": "a" });
  it.each([
    [
      "a picture with a ZIP behind it",
      "map.png",
      Buffer.concat([aPng(), zip]),
      "a ZIP archive hangs at its end",
    ],
    [
      "a picture with words behind it",
      "map.png",
      Buffer.concat([aPng(), text("more")]),
      "behind the end of the picture",
    ],
    ["a picture cut off", "map.png", aPng().subarray(0, 50), "behind the end of the picture"],
    ["a picture with a page in its comment", "photo.jpg", aJpeg(html), "HTML is hidden in it"],
    ["a picture with a page in a chunk", "map.png", withChunk(html), "HTML is hidden in it"],
    [
      "a moving picture that goes on as a page",
      "a.gif",
      Buffer.concat([aGif(), text(html)]),
      "HTML is hidden in it",
    ],
    ["a moving picture without an end", "a.gif", aGif().subarray(0, -1), "does not end where it should"],
    ["a WebP with words behind it", "a.webp", Buffer.concat([aWebp(), text("xx")]), "not as long as it says"],
    ["a PDF with a ZIP behind it", "a.pdf", Buffer.concat([aPdf(), zip]), "a ZIP archive hangs at its end"],
    ["a PDF with a page in front", "a.pdf", Buffer.concat([text(html), aPdf()]), "its content is HTML"],
    ["a PDF with a page after its first line", "a.pdf", pageInPdf(), "HTML is hidden in it"],
    ["a PDF cut off", "a.pdf", aPdf().subarray(0, 100), "its end is missing"],
    [
      "an Office file with words behind it",
      "a.docx",
      Buffer.concat([anOfficeFile("word"), text("xx")]),
      "hangs at its end",
    ],
  ])("%s", async (_what, name, bytes, sentence) => {
    expect(await said(name, bytes)).toContain(sentence);
  });
});

describe("what cannot be attached at all is said with what can be", () => {
  it.each([
    ["map.svg", text(svg), ".svg files are not taken: they can carry scripts; save it as PNG or PDF."],
    ["page.html", text(html), ".html files are not taken: they can carry scripts"],
    ["all.zip", aZip({ a: "b" }), ".zip files are not taken: nobody sees what is in them"],
    ["setup.exe", anExe(), ".exe files are not taken. What can be attached: PDF"],
    ["talk.pptm", anOfficeFile("ppt"), "they carry macros"],
    ["README", text("words"), "README has no ending that says what it is."],
    ["slides.pdf.exe", anExe(), ".exe files are not taken"],
    ["slides\u202Efdp.exe", anExe(), ".exe files are not taken"],
  ])("%s", async (name, bytes, sentence) => {
    expect(await said(name, bytes)).toContain(sentence);
  });
});

describe("the size of a file", () => {
  const ofSize = (size: number) => Buffer.alloc(size, "a");

  it("may be 10 MB to the byte, and not one more", async () => {
    expect(await said("a.txt", ofSize(fileLimitBytes))).toBe("text/plain");
    const more = await said("a.txt", ofSize(fileLimitBytes + 1));
    expect(more).toContain("A file may have 10 MB; a.txt has 10.1 MB.");
    expect(more).toContain("add a link to it");
  });

  it("may be one byte, and not none", async () => {
    expect(await said("a.txt", text("a"))).toBe("text/plain");
    expect(await said("a.txt", ofSize(0))).toBe("a.txt is empty. Choose a file that holds something.");
  });
});

function withChunk(content: string): Buffer {
  const png = aPng();
  return Buffer.concat([
    png.subarray(0, 33),
    pngChunk("tEXt", text(`Comment\0${content}`)),
    png.subarray(33),
  ]);
}

function pageInPdf(): Buffer {
  const pdf = aPdf();
  return Buffer.concat([pdf.subarray(0, 15), text(`\n%${html}\n`), pdf.subarray(15)]);
}
