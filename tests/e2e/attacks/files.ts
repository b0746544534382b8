import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import type { Answer, Attack } from "./attack";
import type { Portal } from "./portal";

interface Sent {
  name: string;
  bytes: Buffer;
}

async function attach(portal: Portal, { name, bytes }: Sent): Promise<Answer> {
  const file = { name, base64: bytes.toString("base64") };
  return portal.ask("/api/v1/proposals/6/materials/files", {
    token: await portal.tokenOf("jules"),
    json: { kind: "other", title: "An attack", file },
  });
}

function attachAll(...files: Sent[]) {
  return async (portal: Portal) => Promise.all(files.map((file) => attach(portal, file)));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG that says that it has this size, with a little of its picture. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(64))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A ZIP with one file in it, which may unpack to far more than it has. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("504b0304", "hex"), common, Buffer.from(name), packed]);
  const entry = Buffer.concat([
    Buffer.from("504b01021400", "hex"),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

const script = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`;
const entity = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><x>&b;&f;</x>`;
const invalid = [422, '"code":"invalid"'] as const;

export const files: readonly Attack[] = [
  {
    tried: "A picture that carries a script (SVG), under its own name and as PNG, PDF and text",
    send: attachAll(
      ...["a.svg", "a.png", "a.pdf", "a.txt"].map((name) => ({ name, bytes: Buffer.from(script) })),
    ),
    back: invalid,
  },
  {
    tried: "A page (HTML) under the names of pictures, documents and notes",
    send: attachAll(
      ...["a.html", "a.png", "a.jpg", "a.md", "a.docx", "a.html.txt"].map((name) => ({
        name,
        bytes: Buffer.from("<!doctype html><script>alert(1)</script>"),
      })),
    ),
    back: invalid,
  },
  {
    tried:
      "A picture with a page in it, with a ZIP at its end, and with a program at its beginning (polyglots)",
    send: attachAll(
      {
        name: "a.png",
        bytes: Buffer.concat([
          png(1, 1).subarray(0, -12),
          chunk("tEXt", Buffer.from("x\0<html><script>alert(1)</script>")),
          chunk("IEND", Buffer.alloc(0)),
        ]),
      },
      { name: "a.png", bytes: Buffer.concat([png(1, 1), zip("x", Buffer.from("x"))]) },
      { name: "a.png", bytes: Buffer.concat([Buffer.from("MZ\x90\0"), png(1, 1)]) },
      { name: "a.gif", bytes: Buffer.from("GIF89a/*<script>alert(1)</script>*/=1;") },
    ),
    back: invalid,
  },
  {
    tried:
      "Documents that unpack to 300 MB out of 300 kB (zip bombs), as Word, OpenDocument and under a ZIP's own name",
    send: (portal) => {
      const bytes = zip("[Content_Types].xml", Buffer.alloc(300_000_000, 32));
      return attachAll(...["a.docx", "a.odt", "a.zip"].map((name) => ({ name, bytes })))(portal);
    },
    back: invalid,
  },
  {
    tried:
      "XML with entities that grow and one that reads a file, as text, as SVG and as the content type of a document",
    send: attachAll(
      { name: "a.txt", bytes: Buffer.from(entity) },
      { name: "a.svg", bytes: Buffer.from(entity) },
      { name: "a.docx", bytes: zip("[Content_Types].xml", Buffer.from(entity)) },
    ),
    back: invalid,
    also: {
      "No answer has a line of the file.": (_portal, answers) =>
        answers.every(({ body }) => !body.includes("root:")),
    },
  },
  {
    tried: "Names of files as extensions that every object inherits, and none at all",
    send: attachAll(
      ...["a.constructor", "a.__proto__", "a.tostring", "a", "..", "a."].map((name) => ({
        name,
        bytes: Buffer.from("hello"),
      })),
    ),
    back: invalid,
    also: {
      "No answer shows a function's source.": (_portal, answers) =>
        answers.every(({ body }) => !body.includes("native code")),
    },
  },
  {
    tried: "A file that is empty, and one of 11 MB",
    send: attachAll(
      { name: "a.txt", bytes: Buffer.alloc(0) },
      { name: "a.txt", bytes: Buffer.alloc(11_000_000, 97) },
    ),
    back: [invalid, [413, "This is too large"]],
  },
  {
    tried: "A name with folders, a line break, quotes and marks of direction, on a file that may come in",
    send: async (portal) => {
      const made = await attach(portal, {
        name: '../../etc/a"\r\nset-cookie: stolen=1\u202e\u0007;.txt',
        bytes: Buffer.from("A note."),
      });
      const [id, name] = await latest(portal);
      return [made, await portal.ask(`/attachments/${id}/${encodeURIComponent(name)}`)];
    },
    back: [
      [201, ""],
      [200, "content-disposition: attachment; filename="],
    ],
    also: {
      "It is served as text, to be kept, in a sandbox, and sets no cookie.": (_portal, [, answer]) =>
        /content-type: text\/plain/.test(answer?.head ?? "") &&
        /sandbox/.test(answer?.head ?? "") &&
        !/^set-cookie: stolen/m.test(answer?.head ?? ""),
    },
    writes: ["Attachment", "Material", "Event", "Proposal", "Seal", "AttachmentContent", "Notice"],
  },
  {
    tried: "A PDF with a script that runs when it is opened",
    send: async (portal) => {
      const made = await attach(portal, {
        name: "a.pdf",
        bytes: Buffer.from(
          "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
        ),
      });
      const [id] = await latest(portal);
      return [made, await portal.ask(`/attachments/${id}/a.pdf`)];
    },
    back: [
      [201, ""],
      [200, "content-type: application/pdf"],
    ],
    also: {
      "Its policy leaves it nothing to load or to send, and no page may frame it.": (_portal, [, answer]) =>
        /content-security-policy: default-src 'none';.*form-action 'none'; frame-ancestors 'none'/.test(
          answer?.head ?? "",
        ) && /x-content-type-options: nosniff/.test(answer?.head ?? ""),
    },
    writes: ["Attachment", "Material", "Event", "Proposal", "Seal", "AttachmentContent", "Notice"],
  },
  {
    tried: "A picture that says it has 50,000 × 50,000 points, and its small version of Next's image service",
    send: async (portal) => {
      const made = await attach(portal, { name: "a.png", bytes: png(50_000, 50_000) });
      const [id] = await latest(portal);
      const small = `/_next/image?url=${encodeURIComponent(`/attachments/${id}/a.png`)}&w=640&q=75`;
      return [made, await portal.ask(`/attachments/${id}/a.png`), await portal.ask(small)];
    },
    back: [
      [201, ""],
      [200, "content-type: image/png"],
      [404, "There is nothing here"],
    ],
    writes: ["Attachment", "Material", "Event", "Proposal", "Seal", "AttachmentContent", "Notice"],
  },
];

async function latest(portal: Portal): Promise<[string, string]> {
  const [row] = await portal.sql<{ id: string; name: string }>(
    `SELECT "id", "name" FROM "Attachment" ORDER BY "createdAt" DESC LIMIT 1`,
  );
  return [row?.id ?? "", row?.name ?? ""];
}
