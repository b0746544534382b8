import type { Refusal } from "../result";

/** What to say when the database settles a race or holds a rule: by the name of its index, check or message. */
const sentences: readonly [match: RegExp, code: Refusal["code"], sentence: string][] = [
  [/slot_request_one_open/, "conflict", "This proposal already has an open request for time."],
  [/agenda_item_one_live/, "conflict", "This proposal already stands on an agenda."],
  [/agenda_item_one_open/, "conflict", "Another item of this meeting is open; close it first."],
  [/meeting_one_in_session/, "conflict", "Another meeting of this series is in session."],
  [/executive_one_open_span/, "conflict", "The meeting is in executive session already."],
  [/MinuteLine_meetingId_authorId_clientKey/, "conflict", "This line is written already."],
  [/AgendaItem_meetingId_sourceKey_key/, "conflict", "This stands on the agenda already."],
  [/Meeting_date_key/, "conflict", "There already is a meeting on this date."],
  [
    /ballot_one_live_per_(proposal|item)/,
    "conflict",
    "There is a motion on this already: vote on it or withdraw it first.",
  ],
  [/the vote is not open/, "refused", "The vote is over: no position can be added or changed any more."],
  [
    /Position_ballotId_personId_number_key/,
    "conflict",
    "This position was changed at the same moment. Look at it again, then decide.",
  ],
  [/a ballot that was opened is frozen/, "refused", "The vote has begun: what is voted on stays as it is."],
  [/Decision_ballotId_key/, "conflict", "The decision of this ballot is recorded already."],
  [
    /Decision_correctsId_key/,
    "conflict",
    "This decision was corrected already; correct the correction instead.",
  ],
  [/decision_one_per_item/, "conflict", "A decision is already recorded for this item."],
  [
    /ticket_external_once|Ticket_externalUrl/,
    "conflict",
    "Another ticket already stands for this outside issue. If both do, say why on the page of the second.",
  ],
  [/split_entry_\w+_ticket/, "conflict", "This is placed already."],
  [/agenda_item_one_live_ticket/, "conflict", "This ticket stands on an agenda already."],
  [
    /ticket \d+ stands on an agenda/,
    "conflict",
    "The ticket came onto an agenda at the same moment: the board decides on it, or it is taken off first.",
  ],
  [/ticket \d+ is not with the board/, "conflict", "The ticket is not with the board any more; look again."],
  [
    /ticket \d+ waits for the board/,
    "refused",
    "This waits for a decision of the board and its published minutes.",
  ],
  [/follow_up_one_standing/, "conflict", "This comment is marked as a promise already."],
  [
    /takes no more follow-ups/,
    "refused",
    "The split is confirmed: a promise made now becomes a ticket of its own.",
  ],
  [
    /the split is not balanced: (\d+)/,
    "refused",
    "Something is not accounted for yet: place it, answer it or drop it.",
  ],
  [/the split of a proposal that is/, "refused", "The split is confirmed; it cannot be changed any more."],
  [
    /a concern stands in the way of approval/,
    "refused",
    "A concern stands in the way of approval: it has to be resolved or taken back first.",
  ],
  [
    /endorsement_one_live/,
    "conflict",
    "This person was asked at the same moment, or has confirmed already. Look again before you ask.",
  ],
  [/ProposalRelation_fromId_toId_kind_key/, "conflict", "This relation is there already."],
  [
    /Workload_regionId_name_key/,
    "conflict",
    "Something of this name is on the region already. Choose another name.",
  ],
  [/role_grant_one_current/, "conflict", "They hold this role already."],
  [/Person_handle_key|Person_email_key/, "conflict", "Somebody has this handle or address already."],
  [
    /claim_one_confirmed/,
    "conflict",
    "This name was claimed at the same moment. Look at it again; nothing was changed.",
  ],
  [/claim_one_asked/, "conflict", "You have said already that this is you; somebody looks at it."],
  [/region_role_held_once/, "conflict", "They hold this role already."],
  [
    /RegionRole_regionId_key_key/,
    "conflict",
    "The region has a role of this name already. Choose another name.",
  ],
  [/region_access_two_people/, "refused", "Access is given by somebody other than who gets it."],
  [/WorkloadContact_workloadId_name_key/, "conflict", "This contact is listed already."],
  [
    /a circle of dependencies|dependency_not_on_itself/,
    "refused",
    "These tickets would wait for each other in a circle. Look again at what waits for what.",
  ],
  [/TicketDependency_pkey/, "conflict", "This dependency is there already."],
  [/only an initiative has parts/, "refused", "Only an initiative has parts, and no part is an initiative."],
  [/evidence_two_people/, "refused", "Evidence is accepted by somebody other than who submitted it."],
  [
    /a ring of dependencies/,
    "refused",
    "This would make capabilities wait for each other in a ring; none of them could ever be built.",
  ],
  [
    /incident_post_mortem/,
    "refused",
    "A critical or major incident is closed with a link to its post-mortem.",
  ],
  [/region_onboarding_place/, "refused", "Onboarding is open only with a place where tenants can ask."],
  [/Capability_regionId_key_key/, "conflict", "Somebody added a capability of this name at the same moment."],
  [
    /Incident_regionId_number_key/,
    "conflict",
    "Somebody declared an incident at the same moment; try again.",
  ],
];

/** The refusal behind a database error, or undefined where the error is a bug. */
export function refusalOfDatabase(failure: unknown): Refusal | undefined {
  const text = textOfFailure(failure);
  for (const [match, code, message] of sentences) {
    const found = match.exec(text)?.[0];
    if (found) return { code, message, rule: ruleOf(found) };
  }
  if (/\b(40001|40P01|P2034)\b/.test(text)) {
    return {
      code: "conflict",
      message: "Somebody else changed this at the same moment. Nothing was saved; try again.",
      rule: "same_moment",
    };
  }
  return undefined;
}

/** `slot_request_one_open`, `the_vote_is_not_open`. */
function ruleOf(found: string): string {
  return found
    .replaceAll(/[^A-Za-z]+/g, "_")
    .replace(/_$/, "")
    .toLowerCase();
}

/** Prisma hides the index and the SQLSTATE deep in its error; everything it knows is read as one text. */
export function textOfFailure(failure: unknown): string {
  if (!(failure instanceof Error)) return "";
  const { code, meta } = failure as { code?: unknown; meta?: unknown };
  return `${String(code ?? "")} ${failure.message} ${meta ? JSON.stringify(meta, plainErrors) : ""}`;
}

function plainErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? { ...value, name: value.name, message: value.message } : value;
}
