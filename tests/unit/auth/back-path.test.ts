import { describe, expect, it } from "vitest";
import { POST } from "@/app/theme/route";
import { backPath, backPathWithKept } from "@/lib/auth/back-path";
import { cleanFileName, contentDisposition } from "@/lib/materials/file-name";

describe("after signing in", () => {
  it.each([
    ["/proposals/63", "/proposals/63"],
    ["/proposals?q=a#b", "/proposals?q=a#b"],
    ["//elsewhere.example", "/"],
    ["/\\elsewhere.example", "/"],
    ["/..//elsewhere.example", "/"],
    ["/.//elsewhere.example/path", "/"],
    ["https://elsewhere.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/a\nSet-Cookie: x", "/"],
    ["", "/"],
    ["/.//elsewhere.example", "/"],
    ["/x/..//elsewhere.example", "/"],
    ["/%2e//elsewhere.example", "/"],
    ["/./\\elsewhere.example", "/"],
    ["/\t/elsewhere.example", "/"],
    [" //elsewhere.example", "/"],
    ["///elsewhere.example", "/"],
    ["\\\\elsewhere.example", "/"],
    ["/%2Felsewhere.example", "/%2Felsewhere.example"],
    ["/%5Celsewhere.example", "/%5Celsewhere.example"],
    ["/@elsewhere.example", "/@elsewhere.example"],
    ["/a%0d%0aSet-Cookie:x", "/a%0d%0aSet-Cookie:x"],
    ["/a\u2028b", "/"],
    ["/ä", "/%C3%A4"],
    ["data:text/html,x", "/"],
    ["http:elsewhere.example", "/"],
    ["?back=x", "/"],
    [undefined, "/"],
    [["/a", "/b"], "/"],
  ])("the address %j leads to %s", (given, path) => {
    expect(backPath(given)).toBe(path);
  });

  it("the page is told where the kept text is", () => {
    const kept = "k".repeat(32);
    expect(backPathWithKept("/proposals/63?part=2#comment", kept)).toBe(
      `/proposals/63?part=2&kept=${kept}#comment`,
    );
    expect(backPathWithKept("/proposals/63", "<script>")).toBe("/proposals/63");
  });
});

describe("the way back after choosing colours", () => {
  async function placeAfter(back: string, referer?: string): Promise<string | null> {
    const body = new URLSearchParams({ theme: "dark", back });
    const headers = referer ? { referer } : undefined;
    const request = new Request("http://portal.test/theme", {
      method: "POST",
      body,
      ...(headers && { headers }),
    });
    return (await POST(request)).headers.get("location");
  }

  it.each([
    ["/proposals?q=a", "/proposals?q=a"],
    ["//elsewhere.example", "/"],
    ["/.//elsewhere.example", "/"],
    ["https://elsewhere.example/x", "/"],
    ["/a\r\nSet-Cookie: x=1", "/"],
  ])("of %j is %s", async (back, place) => {
    expect(await placeAfter(back)).toBe(place);
  });

  it.each([
    ["http://portal.test/search?q=a", "/search?q=a"],
    ["https://elsewhere.example//elsewhere.example", "/"],
    ["nonsense", "/"],
  ])("of a reader who came from %s is %s", async (referer, place) => {
    expect(await placeAfter("", referer)).toBe(place);
  });
});

describe("the header of a file's name", () => {
  it.each([
    'a"; filename="evil.exe',
    "a\r\nSet-Cookie: x=1",
    "a\nb",
    "%0d%0aSet-Cookie: x=1",
    "a\\",
    "\u202Efdp.exe",
    "ä ö.pdf",
    "\ud800.pdf",
  ])("of %j stays one header with one name", (name) => {
    const header = contentDisposition("attachment", cleanFileName(name));
    expect(() => new Headers({ "content-disposition": header })).not.toThrow();
    expect(header).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.~%!#$&+^`|-]*$/);
  });
});
