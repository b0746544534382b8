import type { AskShown } from "./ask-queries";
import type { ProposalStatus } from "./machine";

/** What is said of an ask's owner: words, a date that stands between them where there is one, and words after it. */
export interface ConsentWords {
  words: string;
  at: string | null;
  after: string;
}

type Asked = Pick<AskShown, "owner" | "consent" | "boardDecides" | "placed">;

/** What the owner of an ask says about it. Of what is split or over, nobody is waited for any more. */
export function consentInWords(ask: Asked, proposalStatus?: ProposalStatus): ConsentWords {
  const { consent } = ask;
  if (ask.boardDecides) return { words: "decides in a meeting", at: null, after: "" };
  if (consent.state === "named") return { words: namedWords(ask, proposalStatus), at: null, after: "" };
  return {
    words: `${consent.state}${bySomebody(ask)}`,
    at: consent.at,
    after: [
      consent.changedSince !== null && `, for revision ${consent.changedSince}; the ask has changed since`,
      consent.reason && `: ${consent.reason}`,
    ]
      .filter(Boolean)
      .join(""),
  };
}

function namedWords({ placed }: Asked, proposalStatus?: ProposalStatus): string {
  if (proposalStatus === "draft") return "named; asked when this is published";
  const over = placed || proposalStatus === "delivering" || proposalStatus === "closed";
  return over ? "named" : "named, has not confirmed yet";
}

/** For a group somebody has spoken; a person speaks for themself. */
function bySomebody({ owner, consent }: Asked): string {
  const isOwner = owner?.kind === "person" && owner.handle === consent.by?.handle;
  return consent.by && !isOwner ? ` by ${consent.by.name}` : "";
}
