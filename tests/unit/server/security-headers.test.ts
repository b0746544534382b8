import { createServer } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { portOf } from "@/lib/server/listen";
import { contentSecurityPolicy, secure } from "@/lib/server/security-headers";

afterEach(() => vi.unstubAllEnvs());

async function headersOf(path: string, security: { isHttps: boolean; hstsDays: number }): Promise<Headers> {
  const server = createServer((request, response) => {
    secure(request, response, { dev: false, ...security });
    response.end();
  });
  await new Promise<void>((ok) => server.listen(0, "127.0.0.1", ok));
  const port = portOf(server);
  const { headers } = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: "close" } });
  await new Promise((ok) => server.close(ok));
  return headers;
}

describe("each answer", () => {
  it("says to browsers what the portal never does", async () => {
    const headers = await headersOf("/", { isHttps: false, hstsDays: 365 });
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-permitted-cross-domain-policies": "none",
    });
    expect(headers.get("permissions-policy")).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  it("asks for TLS from then on, where the public address has it, for as long as the setting says", async () => {
    const year = await headersOf("/", { isHttps: true, hstsDays: 365 });
    expect(year.get("strict-transport-security")).toBe("max-age=31536000");
    expect(year.get("content-security-policy")).toContain("upgrade-insecure-requests");
    const none = await headersOf("/", { isHttps: true, hstsDays: 0 });
    expect(none.get("strict-transport-security")).toBeNull();
  });

  it("leaves the policy of a file and of a badge to their routes", async () => {
    const plain = { isHttps: false, hstsDays: 0 };
    expect((await headersOf("/attachments/7/x.pdf", plain)).get("content-security-policy")).toBeNull();
    expect((await headersOf("/region/eu/badge.svg", plain)).get("cross-origin-resource-policy")).toBeNull();
    expect(
      (await headersOf("/region/eu/x/badge.svg", plain)).get("cross-origin-resource-policy"),
    ).not.toBeNull();
  });
});

describe("the content security policy", () => {
  it("trusts no inline script, no handler in an attribute, no frame and no other site", () => {
    const policy = contentSecurityPolicy("n0nce", { dev: false, isHttps: true });
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const part of [
      "script-src-attr 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(part);
  });
});

describe("the cookie of a session", () => {
  it.each([
    ["https://portal.example", "__Host-authjs.session-token", true],
    ["http://localhost:3000", "authjs.session-token", false],
  ])("at %s is %s", (address, name, secure) => {
    vi.stubEnv("AUTH_URL", address);
    expect(sessionCookie()).toEqual({
      name,
      options: { httpOnly: true, sameSite: "lax", path: "/", secure },
    });
  });
});
