import { describe, expect, it } from "vitest";
import { open, seal } from "@/lib/auth/sealed";

const sealing = { secret: "a-secret-of-the-tests-000000000000000000", about: "https://id.example.org ada" };

describe("a sealed token", () => {
  it("opens with the same secret for the same account, and says nothing of itself", () => {
    const sealed = seal("refresh-me", sealing);
    expect(sealed).not.toContain("refresh-me");
    expect(seal("refresh-me", sealing)).not.toBe(sealed);
    expect(open(sealed, sealing)).toBe("refresh-me");
  });

  it("does not open with another secret, for another account, or with a byte changed", () => {
    const sealed = seal("refresh-me", sealing);
    const last = sealed.endsWith("A") ? "B" : "A";
    expect(open(sealed, { ...sealing, secret: "another-secret-of-the-tests-0000000000" })).toBeUndefined();
    expect(open(sealed, { ...sealing, about: "https://id.example.org bea" })).toBeUndefined();
    expect(open(sealed.slice(0, 20) + last + sealed.slice(21), sealing)).toBeUndefined();
    expect(open("v1.", sealing)).toBeUndefined();
    expect(open("v0.rubbish", sealing)).toBeUndefined();
  });
});
