import { describe, expect, it } from "vitest";
import { mayKeepMaterial, mayKeepMaterials, mayMarkRead, withinQuota } from "@/lib/materials/policy";
import { isCurrent, ownMark, whoRead } from "@/lib/materials/preread";
import { addMaterialInput } from "@/lib/materials/schema";
import { type Actor, type Role, thePublic } from "@/lib/workflow/actor";

const actor = (personId: number, ...roles: Role[]): Actor => ({
  kind: "person",
  personId,
  handle: `p${personId}`,
  name: `P${personId}`,
  timeZone: "UTC",
  roles: roles.map((role) => ({ role, bodyId: 1 })),
});

const proposal = { authorId: 1, coAuthorIds: [2] };

describe("who keeps materials and marks the pre-read", () => {
  it.each<[string, Actor, boolean, boolean]>([
    ["the requester", actor(1), true, false],
    ["a co-author", actor(2), true, false],
    ["the chair", actor(3, "chair"), true, true],
    ["the secretary", actor(3, "secretary"), true, true],
    ["a director", actor(3, "director"), false, true],
    ["the liaison", actor(3, "liaison"), false, true],
    ["the community architect", actor(3, "community_architect"), false, false],
    ["a SIG's chair", actor(3, "sig_chair"), false, false],
    ["a member", actor(3), false, false],
    ["the public", thePublic, false, false],
  ])("%s", (_who, by, keeps, marks) => {
    expect(mayKeepMaterials(by, proposal)).toBe(keeps);
    expect(mayMarkRead(by)).toBe(marks);
  });

  it("whoever added a material keeps that one", () => {
    expect(mayKeepMaterial(actor(9), proposal, { addedById: 9 })).toBe(true);
    expect(mayKeepMaterial(actor(9), proposal, { addedById: 8 })).toBe(false);
  });
});

describe("how much a proposal may carry", () => {
  const most = { files: 2, megabytes: 1 };
  it.each([
    ["a link beside full files", { materials: 5, files: 2, bytes: 1_048_576 }, null, "fits"],
    ["the last file", { materials: 5, files: 1, bytes: 0 }, { size: 1_048_576 }, "fits"],
    ["one file more", { materials: 5, files: 2, bytes: 0 }, { size: 1 }, "has 2 files"],
    ["one byte more", { materials: 5, files: 1, bytes: 1 }, { size: 1_048_576 }, "larger than 1 MB together"],
    ["one material more", { materials: 200, files: 0, bytes: 0 }, null, "has 200 materials"],
  ])("%s", (_what, has, file, sentence) => {
    const result = withinQuota(has, file, most);
    expect(result.ok ? "fits" : result.refusal.message).toContain(sentence);
  });
});

describe("the address of a material", () => {
  const wrong = (url: string) => {
    const read = addMaterialInput.safeParse({ proposal: 1, kind: "slides", title: "Slides", url });
    return read.success ? "fine" : read.error.issues.map(({ message }) => message).join(" ");
  };
  it.each([
    ["https://example.org/slides.pdf", "fine"],
    ["http://[::1]:8080/a?b=c#d", "fine"],
    ["HTTPS://EXAMPLE.ORG/عرض", "fine"],
    ["", "Give the address of the material"],
    [
      "javascript:alert(1)",
      "An address that begins with javascript: cannot be linked. It has to begin with https://",
    ],
    [" JaVaScRiPt:alert(1)", "begins with JaVaScRiPt:"],
    ["data:text/html,<script>", "begins with data:"],
    ["file:///etc/passwd", "begins with file:"],
    ["mailto:ada@example.org", "begins with mailto:"],
    ["/etc/passwd", "This is no full address."],
    ["//example.org", "This is no full address."],
    ["example.org/slides", "This is no full address."],
    ["https://", "no address that a browser can open"],
    ["https:///x", "no address that a browser can open"],
    ["https://exa mple.org", "no address that a browser can open"],
    ["https://ada:secret@example.org/", "a name or a password in this address"],
    [`https://example.org/${"a".repeat(2_000)}`, "An address may have 2,000 characters"],
  ])("%s: %s", (url, sentence) => {
    expect(wrong(url)).toContain(sentence);
  });
});

describe("who has read it", () => {
  const directors = [
    { id: 1, name: "Ada" },
    { id: 2, name: "Bea" },
    { id: 3, name: "Cy" },
  ];
  const mark = (personId: number, revision: number, day: number) => ({
    personId,
    name: personId === 9 ? "Sam" : "x",
    revision,
    markedAt: `2026-11-${String(day).padStart(2, "0")}T12:00:00.000Z`,
  });

  it("counts directors who read it as it is now, and names the others", () => {
    const marks = [mark(1, 3, 5), mark(2, 2, 5), mark(9, 3, 5)];
    expect(whoRead(directors, marks, { revision: 3, changedAt: null })).toEqual({
      directors: 3,
      read: ["Ada"],
      earlier: ["Bea (revision 2)"],
      notYet: ["Cy"],
      along: ["Sam"],
    });
  });

  it.each([
    ["of the same revision", mark(1, 3, 5), { revision: 3, changedAt: null }, true],
    ["of an earlier revision", mark(1, 2, 5), { revision: 3, changedAt: null }, false],
    ["from before a change", mark(1, 3, 5), { revision: 3, changedAt: "2026-11-06T12:00:00Z" }, false],
    ["from after a change", mark(1, 3, 7), { revision: 3, changedAt: "2026-11-06T12:00:00Z" }, true],
  ])("a mark %s", (_what, given, thing, current) => {
    expect(isCurrent(given, thing)).toBe(current);
    expect(ownMark(1, [given], thing)).toBe(current ? "current" : "earlier");
    expect(ownMark(2, [given], thing)).toBe("none");
  });
});
