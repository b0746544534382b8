import { describe, expect, it } from "vitest";
import { POST } from "@/app/theme/route";

function choose(fields: Record<string, string>, referer?: string): Promise<Response> {
  const body = new URLSearchParams(fields);
  return POST(
    new Request("http://localhost:3000/theme", { method: "POST", body, headers: referer ? { referer } : {} }),
  );
}

describe("the choice of colours", () => {
  it("is kept, and leads back to the page it was made on", async () => {
    const answer = await choose({ theme: "dark" }, "http://localhost:3000/proposals/63?part=board");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/proposals/63?part=board");
    expect(answer.headers.get("set-cookie")).toContain("theme=dark;");
  });

  it("of the system's colours forgets the earlier one", async () => {
    expect((await choose({ theme: "system" })).headers.get("set-cookie")).toContain("Max-Age=0");
  });

  it("of a colour that there is not changes nothing", async () => {
    const answer = await choose({ theme: "pink; Domain=evil.example" });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("location")).toBe("/");
  });

  it.each([
    ["https://evil.example/path", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["http://", "/"],
    ["/.//evil.example", "/"],
  ])("never leads to another site (%s)", async (back, expected) => {
    expect((await choose({ theme: "dark", back })).headers.get("location")).toBe(expected);
  });
});
