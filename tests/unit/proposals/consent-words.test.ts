import { expect, it } from "vitest";
import { consentInWords } from "@/lib/proposals/consent-words";
import type { ProposalStatus } from "@/lib/proposals/machine";

const ada = { handle: "ada", name: "Ada" };
const person = { kind: "person", ...ada } as const;
const infra = { kind: "body", handle: "infra", name: "Infra team" } as const;
const at = "2026-05-01T10:00:00Z";
const silent = { by: null, at: null, reason: null, changedSince: null };
const spoken = { ...silent, by: ada, at };

type Ask = Parameters<typeof consentInWords>[0];
const asked: Ask = {
  owner: person,
  boardDecides: false,
  placed: false,
  consent: { state: "named", ...silent },
};

const table: [said: string, ask: Partial<Ask>, status: ProposalStatus][] = [
  ["named; asked when this is published", {}, "draft"],
  ["named, has not confirmed yet", {}, "discussion"],
  ["named, has not confirmed yet", {}, "splitting"],
  ["named", { placed: true }, "splitting"],
  ["named", {}, "delivering"],
  ["named", {}, "closed"],
  ["decides in a meeting", { boardDecides: true }, "discussion"],
  ["confirmed [at]", { consent: { state: "confirmed", ...spoken } }, "discussion"],
  ["confirmed by Ada [at]", { owner: infra, consent: { state: "confirmed", ...spoken } }, "discussion"],
  [
    "confirmed [at], for revision 2; the ask has changed since",
    { consent: { state: "confirmed", ...spoken, changedSince: 2 } },
    "scheduled",
  ],
  ["declined [at]", { consent: { state: "declined", ...spoken } }, "discussion"],
  [
    "declined [at]: I am away.",
    { consent: { state: "declined", ...spoken, reason: "I am away." } },
    "discussion",
  ],
];

it.each(table)("says “%s”", (said, ask, status) => {
  const { words, at: day, after } = consentInWords({ ...asked, ...ask }, status);
  expect(`${words}${day ? " [at]" : ""}${after}`).toBe(said);
});
