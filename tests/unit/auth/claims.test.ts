import { describe, expect, it } from "vitest";
import { readClaims } from "../../../lib/auth/claims";

const names = { handle: "nickname", name: "name", email: "email", zone: "zoneinfo", groups: "cgroups" };
const good = {
  sub: "u-1",
  nickname: "ada.l",
  name: "Ada  Lovelace",
  email: "Ada@Example.org",
  zoneinfo: "Europe/London",
  cgroups: ["sig-cloud", "board"],
};

describe("the claims of a provider", () => {
  it("are read under the names of the settings", () => {
    expect(readClaims(good, names)).toEqual({
      subject: "u-1",
      handle: "ada.l",
      name: "Ada Lovelace",
      email: "ada@example.org",
      timeZone: "Europe/London",
      groups: ["sig-cloud", "board"],
    });
  });

  it.each([
    ["no subject", { sub: undefined }],
    ["an empty subject", { sub: "  " }],
    ["a subject that is a number", { sub: 7 }],
    ["no handle", { nickname: undefined }],
    ["a handle with a slash", { nickname: "../admin" }],
    ["a handle with a space", { nickname: "ada l" }],
  ])("with %s name nobody", (_, odd) => {
    expect(readClaims({ ...good, ...odd }, names)).toBeNull();
  });

  it("that are odd are left out, not trusted", () => {
    const odd = { name: 7, email: "no address", zoneinfo: "Mars/Base", cgroups: [1, "a b", null, "ok"] };
    expect(readClaims({ ...good, ...odd }, names)).toMatchObject({
      name: "ada.l",
      email: null,
      timeZone: null,
      groups: ["ok"],
    });
    expect(readClaims({ ...good, email_verified: false }, names)?.email).toBeNull();
    expect(readClaims({ ...good, cgroups: "board" }, names)?.groups).toEqual([]);
  });
});
