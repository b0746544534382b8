import { crc32, deflateSync } from "node:zlib";

// Real files of each kind, as small as they come, made byte by byte: what a test says of a PDF is said of a PDF.

const latin = (text: string) => Buffer.from(text, "latin1");

export function aPdf(text = "Slides of the evening"): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << >> >>`,
    `<< /Length ${text.length + 12} >>\nstream\nBT (${text}) Tj ET\nendstream`,
  ];
  let body = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 5\n0000000000 65535 f \n${rows}trailer << /Size 5 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return latin(body + end);
}

export function aPng(): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pixel = deflateSync(Buffer.from([0, 255, 255, 255]));
  const chunks = [pngChunk("IHDR", header), pngChunk("IDAT", pixel), pngChunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), ...chunks]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export function aGif(): Buffer {
  return latin("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;");
}

export function aJpeg(comment = "made by a test"): Buffer {
  const segment = (mark: number, data: Buffer) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(data.length + 2);
    return Buffer.concat([Buffer.from([0xff, mark]), length, data]);
  };
  const jfif = segment(0xe0, latin("JFIF\0\x01\x01\0\0\x01\0\x01\0\0"));
  const [soi, eoi] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
  return Buffer.concat([soi, jfif, segment(0xfe, latin(comment)), eoi]);
}

export function aWebp(): Buffer {
  const body = Buffer.concat([latin("WEBPVP8L"), Buffer.from([0x0d, 0, 0, 0]), Buffer.alloc(14, 0x2f)]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([latin("RIFF"), length, body]);
}

/** An archive whose entries are not compressed. */
export function aZip(entries: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const [name, content] of Object.entries(entries)) {
    const [title, data] = [Buffer.from(name), Buffer.from(content)];
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    const sizes = Buffer.alloc(4);
    sizes.writeUInt16LE(title.length, 0);
    const local = Buffer.concat([latin("PK\x03\x04"), facts, sizes, title, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    const made = Buffer.from([20, 0]);
    directory.push(
      Buffer.concat([
        latin("PK\x01\x02"),
        made,
        facts,
        sizes.subarray(0, 2),
        rest.subarray(0, 2),
        rest.subarray(2),
        title,
      ]),
    );
    locals.push(local);
    place += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(locals.length, 4);
  end.writeUInt16LE(locals.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...locals, central, latin("PK\x05\x06"), end]);
}

export function anOpenDocument(kind: "text" | "presentation" | "spreadsheet"): Buffer {
  return aZip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": "<office/>" });
}

export function anOfficeFile(kind: "word" | "ppt" | "xl"): Buffer {
  const main = {
    word: ["document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
    ppt: [
      "presentation",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    ],
    xl: ["workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
  }[kind];
  const part = `/${kind}/${main[0]}.xml`;
  const types = `<?xml version="1.0"?><Types><Override PartName="${part}" ContentType="${main[1]}"/></Types>`;
  return aZip({ "[Content_Types].xml": types, [`${kind}/${main[0]}.xml`]: "<x/>" });
}

export function anMp4(brand = "isom"): Buffer {
  const box = Buffer.concat([latin(`ftyp${brand}`), Buffer.from([0, 0, 2, 0]), latin(brand)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(box.length + 4);
  return Buffer.concat([length, box, Buffer.from([0, 0, 0, 8]), latin("mdat")]);
}

export function aWebm(): Buffer {
  return Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84]),
    latin("webm"),
    Buffer.alloc(32),
  ]);
}

export function anOgg(codec: "\x01vorbis" | "\x80theora" | "OpusHead" = "\x01vorbis"): Buffer {
  return Buffer.concat([latin("OggS\0\x02"), Buffer.alloc(22), latin(codec), Buffer.alloc(24)]);
}

export function anExe(): Buffer {
  return Buffer.concat([latin("MZ\x90\0\x03"), Buffer.alloc(120), latin("PE\0\0")]);
}
