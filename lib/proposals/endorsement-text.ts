import type { EndorsementPart, EndorsementStatus } from "./endorsement-policy";

export const endorsementLabels: Readonly<Record<EndorsementStatus, string>> = {
  asked: "Asked",
  confirmed: "Confirmed",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

export const endorsementStages: Readonly<
  Record<EndorsementStatus, "discussion" | "done" | "stopped" | "neutral">
> = { asked: "discussion", confirmed: "done", declined: "stopped", withdrawn: "neutral" };

export const partLabels: Readonly<Record<EndorsementPart, string>> = {
  sponsor: "Sponsor",
  endorser: "Endorsement",
};

/** What somebody in that part does, after "asked to". */
export const partDeeds: Readonly<Record<EndorsementPart, string>> = {
  sponsor: "sponsor",
  endorser: "endorse",
};

export const partHints: Readonly<Record<EndorsementPart, string>> = {
  sponsor: "a director, or the chair of another SIG, who brings it to the board",
  endorser: "a director or a SIG’s chair who says that it is good",
};
