import {
  type Blocker,
  type CapabilityFacts,
  type CapabilityState,
  hasLapsed,
  isAccepted,
  lapsedEvidence,
  liveTickets,
  type StateOfCapability,
  type TicketOfCapability,
  unprovenCriteria,
} from "./capability-facts";

/** How far a capability came by its own tickets and evidence, whatever it depends on. */
export type Progress = "not_requested" | "requested" | "in_progress" | "provisioned" | "accepted";

/** A capability that this one depends on and that is not built yet, with what holds that one up in turn. */
export interface MissingDependency {
  key: string;
  name: string;
  rootCause?: string;
}

/**
 * Progress from tickets and evidence (DOMAIN 8): provisioned when every ticket that counts is done, accepted when
 * moreover every criterion has accepted evidence. Evidence alone is enough for what needed no ticket.
 */
export function progressOf(facts: CapabilityFacts): Progress {
  const live = liveTickets(facts);
  const isProven = facts.criteria.length > 0 && unprovenCriteria(facts).length === 0;
  const hasStandingEvidence = facts.evidence.some(
    (each) => hasLapsed(each) || (each.status !== "refused" && each.status !== "withdrawn"),
  );
  if (live.every((ticket) => ticket.status === "done") && isProven) return "accepted";
  if (live.length > 0 && live.every((ticket) => ticket.status === "done")) return "provisioned";
  if (hasStandingEvidence || live.some(isUnderWay)) return "in_progress";
  if (live.some((ticket) => ticket.status !== "draft")) return "requested";
  return live.length === 0 && facts.tickets.some((ticket) => ticket.status === "declined")
    ? "requested"
    : "not_requested";
}

/** Built: others may stand on it, even while an incident is open. */
export function isBuilt(progress: Progress): boolean {
  return progress === "provisioned" || progress === "accepted";
}

/**
 * The state of one capability (DOMAIN 8). What it depends on holds it up only until it is built: afterwards its own
 * tickets, evidence and incidents speak.
 */
export function stateOf(
  facts: CapabilityFacts,
  progress: Progress,
  waitsForOthers: boolean,
): CapabilityState {
  if (progress === "not_requested") return progress;
  if (!isBuilt(progress) && (waitsForOthers || stopsItself(facts))) return "blocked";
  return progress !== "requested" && hasRegressed(facts, progress) ? "regressed" : progress;
}

/** The state of one capability, and why it is that. */
export function capabilityState(
  facts: CapabilityFacts,
  missing: readonly MissingDependency[] = [],
): StateOfCapability {
  const progress = progressOf(facts);
  const state = stateOf(facts, progress, missing.length > 0);
  const own = { key: facts.key, name: facts.name, state };
  if (state === "blocked") return { ...own, ...whatBlocks(facts, missing) };
  return { ...own, because: becauseOf(facts, { state, progress }, missing), blockedBy: [] };
}

function becauseOf(
  facts: CapabilityFacts,
  { state, progress }: { state: CapabilityState; progress: Progress },
  missing: readonly MissingDependency[],
): string {
  if (progress === "not_requested") return notRequested(facts, missing);
  return state === "regressed" ? whyRegressed(facts) : whyProgress(facts, progress);
}

function isUnderWay({ status }: TicketOfCapability): boolean {
  return ["waiting_on_assignee", "waiting_on_reporter", "reopened", "done"].includes(status);
}

/** A ticket with the board, or one that was declined with none in its place. */
function stopsItself(facts: CapabilityFacts): boolean {
  if (facts.tickets.some(({ status }) => status === "bounced")) return true;
  return facts.tickets.some(({ status }) => status === "declined") && liveTickets(facts).length === 0;
}

function whatBlocks(
  facts: CapabilityFacts,
  missing: readonly MissingDependency[],
): { because: string; blockedBy: Blocker[] } {
  const bounced = facts.tickets.filter((ticket) => ticket.status === "bounced");
  if (bounced.length > 0) {
    return { because: `${ticketNames(bounced)} waits for the board.`, blockedBy: bounced.map(ticketBlocker) };
  }
  if (stopsItself(facts)) {
    const declined = facts.tickets.filter((ticket) => ticket.status === "declined");
    const because = `${ticketNames(declined)} was declined, and nothing else asks for it.`;
    return { because, blockedBy: declined.map(ticketBlocker) };
  }
  return {
    because: `It waits for ${someOf(missing.map(withRootCause))}.`,
    blockedBy: missing.map(({ key, name }) => ({ kind: "capability", key, name })),
  };
}

function hasRegressed(facts: CapabilityFacts, progress: Progress): boolean {
  if (facts.openIncidents.length > 0 || lapsedEvidence(facts).length > 0) return true;
  return (
    progress === "in_progress" &&
    facts.tickets.some(({ status }) => status === "reopened") &&
    facts.evidence.some(isAccepted)
  );
}

function whyRegressed(facts: CapabilityFacts): string {
  const [incident] = facts.openIncidents;
  if (incident) return `An incident is open: ${incident.title.replace(/\.$/, "")}.`;
  const [lapsed] = lapsedEvidence(facts);
  if (lapsed)
    return `The evidence ${lapsed.status === "expired" ? "expired" : "was withdrawn"}: “${lapsed.criterion}”.`;
  return `${ticketNames(facts.tickets.filter((ticket) => ticket.status === "reopened"))} was reopened.`;
}

function whyProgress(facts: CapabilityFacts, progress: Exclude<Progress, "not_requested">): string {
  const live = liveTickets(facts);
  const unproven = unprovenCriteria(facts);
  const undone = live.filter((ticket) => ticket.status !== "done");
  if (progress === "requested") return `${ticketNames(undone)} waits to be taken up.`;
  if (progress === "accepted") return `Every criterion has accepted evidence (${facts.criteria.length}).`;
  if (progress === "in_progress" && undone.length > 0) {
    const done = `${live.length - undone.length} of ${live.length} ${live.length === 1 ? "ticket" : "tickets"} done`;
    return `${done}; ${ticketNames(undone).replace("T", "t")} is open.`;
  }
  if (unproven.length === 0) return "The work is done; no criterion says how to accept it.";
  return `Evidence is missing: “${unproven.join("”, “")}”.`;
}

function notRequested(facts: CapabilityFacts, missing: readonly MissingDependency[]): string {
  const drafts = liveTickets(facts);
  if (drafts.length > 0) return `${ticketNames(drafts)} is a draft and not filed yet.`;
  if (missing.length > 0)
    return `No ticket asks for it yet; it will need ${someOf(missing.map(({ name }) => name))}.`;
  return "No ticket asks for it yet.";
}

function withRootCause({ name, rootCause }: MissingDependency): string {
  return rootCause ? `${name} (${rootCause})` : name;
}

const mostNames = 4;

/** All where they are few, else the first of them: whatever depends on everything still says it in a line. */
function someOf(names: readonly string[]): string {
  if (names.length <= mostNames) return names.join(", ");
  return `${names.slice(0, mostNames - 1).join(", ")} and ${names.length - mostNames + 1} others`;
}

/** "Ticket 12", "Ticket 12 and 3 others": a sentence stays a sentence however many there are. */
function ticketNames(tickets: readonly TicketOfCapability[]): string {
  const numbers = tickets.map((ticket) => ticket.number).sort((one, other) => one - other);
  const others = numbers.length - 1;
  return `Ticket T-${numbers[0]}${others > 0 ? ` (and ${others} more)` : ""}`;
}

function ticketBlocker({ id, number }: TicketOfCapability): Blocker {
  return { kind: "ticket", id, number };
}
