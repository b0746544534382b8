import { describe, expect, it } from "vitest";
import { fileLimitBytes } from "@/lib/materials/file-kinds";
import { readUpload } from "@/lib/materials/read-upload";

function posted(fields: Record<string, string | File>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return new Request("http://localhost/upload", { method: "POST", body });
}

/** A body that says nothing of its length, and comes piece by piece. */
function streamed(request: Request): Request {
  const { body, headers } = request;
  return new Request(request.url, { method: "POST", body, headers, duplex: "half" } as RequestInit); // TypeScript does not know `duplex` yet
}

const file = (size: number, name = "slides.pdf") => new File([new Uint8Array(size).fill(97)], name);
const typed = { title: "Slides\r\nof the evening", kind: "slides" };

describe("a form with a file is read", () => {
  it("to its last byte, with the file's name in any writing", async () => {
    const upload = await readUpload(posted({ ...typed, file: file(1000, "Größe 🎉.pdf") }));
    expect(upload?.fields).toEqual({ title: "Slides\nof the evening", kind: "slides" });
    expect(upload?.file?.name).toBe("Größe 🎉.pdf");
    expect(upload?.file?.bytes.length).toBe(1000);
    expect(upload?.isTooLarge).toBe(false);
  });

  it.each([fileLimitBytes, fileLimitBytes + 1])(
    "whole at %i bytes, for its size to be said",
    async (size) => {
      const upload = await readUpload(posted({ ...typed, file: file(size) }));
      expect([upload?.file?.bytes.length, upload?.isTooLarge]).toEqual([size, false]);
    },
  );

  it.each([
    ["said its length", (request: Request) => request],
    ["did not say its length", streamed],
  ])(
    "without keeping what is too large, and with what was typed before it, where it %s",
    async (_how, send) => {
      const upload = await readUpload(send(posted({ ...typed, file: file(20_000_000) })));
      expect(upload?.fields.title).toBe("Slides\nof the evening");
      expect(upload?.isTooLarge).toBe(true);
      expect(upload?.file?.bytes.length ?? 0).toBeLessThan(fileLimitBytes + 65_536);
    },
  );

  it("as one without a file where none was chosen", async () => {
    const upload = await readUpload(posted({ ...typed, file: new File([], "") }));
    expect(upload).toMatchObject({ file: null, isTooLarge: false });
  });

  it("and texts that no field can hold are cut", async () => {
    const upload = await readUpload(posted({ title: "a".repeat(50_000) }));
    expect(upload?.fields.title?.length).toBe(5_000);
  });

  it.each([
    ["no form", "text/plain", "words"],
    ["a form without files", "application/x-www-form-urlencoded", "a=b"],
    ["a form without a boundary", "multipart/form-data", "a=b"],
    ["a form that is none", "multipart/form-data; boundary=x", "garbage"],
  ])("not at all where it is %s", async (_what, type, body) => {
    const request = new Request("http://localhost/upload", {
      method: "POST",
      body,
      headers: { "content-type": type },
    });
    expect(await readUpload(request)).toBeNull();
  });
});
