import { type Actor, isOfficer } from "../workflow/actor";
import { defineMachine, type Facts } from "../workflow/machine";
import { type ActionParties, mayReport } from "./action-policy";
import { actionStatusLabels } from "./action-text";

export type ActionStatus = keyof typeof actionStatusLabels;

/** What a report on an ACTION is weighed on. */
export interface ActionFacts extends Facts<ActionStatus>, ActionParties {
  /** Number of the ticket that it became; null where it stands for itself. */
  ticket: number | null;
  /** Whether its meeting is over: until then it is a line that is being written. */
  meetingIsOver: boolean;
}

const reporters = { who: "its owner, the chair or the secretary", may: mayReport };
const officers = { who: "the chair or the secretary", may: (actor: Actor) => isOfficer(actor) };
const unsettled = ["open", "on_its_way", "stuck"] as const;

/** What becomes of an ACTION from meeting to meeting, until it is done. */
export const actionMachine = defineMachine({
  subject: "action",
  initial: "open",
  statuses: actionStatusLabels,
  moves: {
    go_on: {
      label: "On its way",
      from: unsettled,
      to: "on_its_way",
      by: reporters,
      unless: [stillWritten, becameTicket],
      records: "action.reported",
    },
    get_stuck: {
      label: "Stuck",
      from: unsettled,
      to: "stuck",
      by: reporters,
      unless: [stillWritten, becameTicket],
      records: "action.reported",
      needs: "what stands in its way",
    },
    finish: {
      label: "Done",
      from: unsettled,
      to: "done",
      by: reporters,
      unless: [stillWritten, becameTicket],
      records: "action.done",
    },
    drop: {
      label: "Not needed any more",
      from: unsettled,
      to: "dropped",
      by: officers,
      unless: [stillWritten, becameTicket],
      records: "action.dropped",
      needs: "a reason",
    },
    reopen: {
      label: "Open again",
      from: ["done", "dropped"],
      to: "open",
      by: officers,
      unless: [becameTicket],
      records: "action.reopened",
      needs: "what is left to do",
    },
  },
} as const satisfies Parameters<typeof defineMachine<ActionStatus, ActionFacts, string>>[0]);
export type ActionMove = keyof typeof actionMachine.moves;

function stillWritten({ meetingIsOver }: ActionFacts): string | undefined {
  return meetingIsOver ? undefined : "Its meeting is not over yet; reports begin after it.";
}

function becameTicket({ ticket }: ActionFacts): string | undefined {
  return ticket === null ? undefined : `It became ticket T-${ticket}: what becomes of it is said there.`;
}
