import { describe, expect, it } from "vitest";
import type { AttachmentFound } from "@/lib/materials/queries";
import { isFromHere } from "@/lib/materials/read-upload";
import { answerFor } from "@/lib/materials/serve-file";

const file = (more: Partial<AttachmentFound> = {}): AttachmentFound => ({
  id: "id",
  name: "slides.pdf",
  mediaType: "application/pdf",
  size: 100,
  sha256: "abc",
  place: "database",
  ...more,
});
const answer = (headers: Record<string, string> = {}, more: Partial<AttachmentFound> = {}) =>
  answerFor(file(more), new Headers(headers));

describe("a file is served", () => {
  it.each([
    ["application/pdf", "inline"],
    ["image/png", "inline"],
    ["video/mp4", "inline"],
    ["audio/ogg", "inline"],
    ["text/plain", "attachment"],
    ["text/markdown", "attachment"],
    ["application/vnd.oasis.opendocument.text", "attachment"],
    ["application/x-unheard-of", "attachment"],
  ])("%s as %s, sniffed by nobody, from nowhere else, asked for each time", (mediaType, how) => {
    const { headers } = answer({}, { mediaType });
    expect(headers["content-type"]).toMatch(new RegExp(`^${mediaType}(; charset=utf-8)?$`));
    expect(headers["content-disposition"]).toContain(`${how}; filename="slides.pdf"`);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-cache",
    });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    // Browsers show no PDF in a sandbox.
    expect(headers["content-security-policy"]?.includes("sandbox")).toBe(mediaType !== "application/pdf");
  });

  it.each([
    ["without a condition", {}, 200],
    ["to who has it", { "if-none-match": '"abc"' }, 304],
    ["to who has it, weakly", { "if-none-match": 'W/"x", W/"abc"' }, 304],
    ["to who has anything", { "if-none-match": "*" }, 304],
    ["to who has another", { "if-none-match": '"abd"' }, 200],
    ["to who has it and wants a part", { "if-none-match": '"abc"', range: "bytes=0-1" }, 304],
  ])("%s", (_what, headers, status) => {
    expect(answer(headers)).toMatchObject({ status });
  });

  it.each([
    ["bytes=0-9", 206, { start: 0, length: 10 }, "bytes 0-9/100"],
    ["bytes=90-", 206, { start: 90, length: 10 }, "bytes 90-99/100"],
    ["bytes=-5", 206, { start: 95, length: 5 }, "bytes 95-99/100"],
    ["bytes=-500", 206, { start: 0, length: 100 }, "bytes 0-99/100"],
    ["bytes=50-500", 206, { start: 50, length: 50 }, "bytes 50-99/100"],
    ["bytes=100-", 416, null, "bytes */100"],
    ["bytes=-0", 416, null, "bytes */100"],
    ["bytes=9-5", 200, { start: 0, length: 100 }, undefined],
    ["bytes=0-1,5-6", 200, { start: 0, length: 100 }, undefined],
    ["lines=1-2", 200, { start: 0, length: 100 }, undefined],
    ["bytes=-", 200, { start: 0, length: 100 }, undefined],
  ])("in parts: %s", (range, status, part, said) => {
    const { headers, ...rest } = answer({ range });
    expect(rest).toEqual({ status, part });
    expect(headers["content-range"]).toBe(said);
  });

  it("whole where the part is of another state of it", () => {
    expect(answer({ range: "bytes=0-9", "if-range": '"old"' })).toMatchObject({ status: 200 });
    expect(answer({ range: "bytes=0-9", "if-range": '"abc"' })).toMatchObject({ status: 206 });
  });
});

describe("a form with a file comes from here only", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "cross-site", origin: "http://localhost:3000", host: "localhost:3000" }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{ origin: "http://localhost:3000", host: "localhost:3000" }, true],
    [{ origin: "https://portal.example", host: "10.0.0.1:3000", "x-forwarded-host": "portal.example" }, true],
    [{ origin: "https://evil.example", host: "portal.example" }, false],
    [{ origin: "null", host: "portal.example" }, false],
    [{ host: "portal.example" }, false],
  ])("%j", (headers, isHere) => {
    expect(isFromHere(new Headers(headers as Record<string, string>))).toBe(isHere);
  });
});
