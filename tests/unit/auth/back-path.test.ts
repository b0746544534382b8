import { describe, expect, it } from "vitest";
import { backPath, backPathWithKept } from "@/lib/auth/back-path";

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
