import { describe, expect, it } from "vitest";
import { attachmentHref, cleanFileName, contentDisposition } from "@/lib/materials/file-name";

describe("the name of an attached file", () => {
  it.each([
    ["slides.pdf", "slides.pdf"],
    ["C:\\Users\\ada\\slides.pdf", "slides.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["/", "file"],
    ["", "file"],
    ["..", "file"],
    [".env.txt", "env.txt"],
    ["two\nlines\r\0.pdf", "twolines.pdf"],
    ["slides\u202Efdp.exe", "slidesfdp.exe"],
    ["a\u2066b\u2069\u200Fc.pdf", "abc.pdf"],
    ["Größe der Region.pdf", "Größe der Region.pdf"],
    ["عرض.pdf", "عرض.pdf"],
    ["スライド 🎉.pdf", "スライド 🎉.pdf"],
    ["family 👨‍👩‍👧.png", "family 👨‍👩‍👧.png"],
    ['what "is" this?.pdf', "what -is- this-.pdf"],
    ["  many   spaces  .pdf ", "many spaces.pdf"],
    ["half a pair \uD83C.pdf", "half a pair.pdf"],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it("has at most 120 characters, keeps its ending, and halves no emoji", () => {
    expect(cleanFileName(`${"a".repeat(300)}.pdf`)).toBe(`${"a".repeat(116)}.pdf`);
    const family = cleanFileName(`${"👨‍👩‍👧".repeat(50)}.png`);
    expect(family).toMatch(/^(?:👨‍👩‍👧)+\.png$/u);
    expect(family.length).toBeLessThanOrEqual(120);
  });

  it("goes into a header and an address without breaking either", () => {
    const name = "Größe (neu) 100%.pdf";
    expect(contentDisposition("attachment", name)).toBe(
      "attachment; filename=\"Gr__e (neu) 100_.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%28neu%29%20100%25.pdf",
    );
    expect(attachmentHref("id", name)).toBe("/attachments/id/Gr%C3%B6%C3%9Fe%20%28neu%29%20100%25.pdf");
  });
});
