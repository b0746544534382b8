import { type By, defineMachine } from "../workflow/machine";
import {
  type EvidenceFacts,
  type JudgedStatus,
  mayJudgeEvidence,
  mayWithdrawEvidence,
} from "./evidence-policy";
import { evidenceMoveLabels, evidenceStatusLabels } from "./ui-text";

const byOtherOperators: By<EvidenceFacts> = {
  who: "an operator of the region who did not give the evidence",
  may: mayJudgeEvidence,
};
const byGiversAndOperators: By<EvidenceFacts> = {
  who: "who gave the evidence and, once it is accepted, the region’s operators",
  may: mayWithdrawEvidence,
};

/** Evidence is judged once; what was refused or taken back is given anew (DOMAIN 6, 8). */
export const evidenceMachine = defineMachine<JudgedStatus, EvidenceFacts, keyof typeof evidenceMoveLabels>({
  subject: "evidence",
  initial: "submitted",
  statuses: evidenceStatusLabels,
  moves: {
    accept: {
      label: evidenceMoveLabels.accept,
      from: ["submitted"],
      to: "accepted",
      by: byOtherOperators,
      records: "evidence.accepted",
    },
    refuse: {
      label: evidenceMoveLabels.refuse,
      from: ["submitted"],
      to: "refused",
      by: byOtherOperators,
      records: "evidence.refused",
      needs: "What is missing.",
    },
    withdraw: {
      label: evidenceMoveLabels.withdraw,
      from: ["submitted", "accepted"],
      to: "withdrawn",
      by: byGiversAndOperators,
      records: "evidence.withdrawn",
      needs: "Why it does not hold any more.",
    },
  },
});
