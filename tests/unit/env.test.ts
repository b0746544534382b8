import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSettings } from "@/lib/env";
import { parseDotEnv } from "@/lib/server/dot-env";
import { settings } from "@/lib/settings";

function complaintOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    return String(error);
  }
  return "";
}

describe("the settings", () => {
  it("are each documented in .env.example, with the value that holds without them", () => {
    const example = readFileSync(".env.example", "utf8").replaceAll(/^# (?=[A-Z_]+=)/gm, "");
    const documented = parseDotEnv(example);
    const standards = Object.entries(readSettings({})).map(([name, value]) => [name, String(value ?? "")]);
    expect(Object.keys(documented).sort()).toEqual(Object.keys(settings).sort());
    expect(documented).toEqual(Object.fromEntries(standards));
  });

  it("may all be absent, or set to nothing", () => {
    expect(readSettings({ PORT: "", DATABASE_URL: "" })).toMatchObject({
      MODE: "demo",
      PORT: 3000,
      HOST: "localhost",
    });
  });

  it.each([
    ["PORT", "http", 'PORT is "http"; it has to be a whole number from 0 to 65535'],
    ["PORT", "70000", "a whole number from 0 to 65535"],
    ["MODE", "prod", "it has to be demo or production"],
    ["AUTH_URL", "portal.example.org", "like https://portal.example.org"],
    ["MINUTES_DUE_HOURS", "3 days", "a whole number from 1 to 1000"],
    ["SEED", "yes", "demo or none"],
  ])("%s=%s is refused with its name, what it holds and what would be right", (name, value, sentence) => {
    expect(complaintOf({ [name]: value })).toContain(sentence);
    expect(complaintOf({ [name]: value })).toContain(`${name} is ${JSON.stringify(value)}`);
  });

  it("are refused all at once", () => {
    const complaint = complaintOf({ PORT: "x", MODE: "y", SEED: "z" });
    expect(["PORT", "MODE", "SEED"].filter((name) => complaint.includes(name))).toHaveLength(3);
  });

  it.each([
    ["AUTH_SECRET", "tiny-secret"],
    ["DATABASE_URL", "mysql://root:hunter2@localhost/db"],
  ])("do not show what %s holds", (name, value) => {
    expect(complaintOf({ [name]: value })).toContain(
      `${name} is set (${value.length} characters, not shown)`,
    );
    expect(complaintOf({ [name]: value })).not.toContain(value);
  });

  it.each(["0.0.0.0", "192.168.1.5", "::", "portal.example.org"])(
    "refuse a demo that listens on %s",
    (host) => {
      expect(complaintOf({ HOST: host })).toContain("anybody who reaches the portal can sign in as anybody");
      expect(readSettings({ HOST: host, DEMO_EXPOSED: "yes" }).HOST).toBe(host);
    },
  );

  it.each(["localhost", "127.0.0.1", "::1"])("let a demo listen on %s", (host) => {
    expect(readSettings({ HOST: host }).HOST).toBe(host);
  });

  it("refuse production while nobody could sign in, and half a way to sign in", () => {
    expect(complaintOf({ MODE: "production" })).toContain("nobody could sign in");
    expect(complaintOf({ MODE: "production" })).toContain("AUTH_URL is not set");
    expect(complaintOf({ OIDC_ISSUER: "https://id.example.org" })).toContain("belong together");
    expect(complaintOf({ MAIL_URL: "smtp://mail.example.org" })).toContain("belong together");
    expect(complaintOf({ GROUP_ROLES: "board=king@board" })).toContain("GROUP_ROLES");
    expect(
      readSettings({
        MODE: "production",
        AUTH_URL: "https://portal.example.org",
        OIDC_ISSUER: "https://id.example.org/openidc/",
        OIDC_CLIENT_ID: "portal",
        OIDC_CLIENT_SECRET: "secret",
      }).MODE,
    ).toBe("production");
  });
});
