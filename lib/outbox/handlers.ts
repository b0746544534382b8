import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { checkChain } from "../audit/commands/check-chain";
import { sealEvents } from "../audit/commands/seal-events";
import { askGroupsOfDue } from "../auth/ask-groups";
import { mailSignInLink } from "../auth/mail-sign-in-link";
import { closeDueBallots } from "../decisions/commands/close-ballot";
import { expireSlots } from "../meetings/commands/expire-slots";
import { planAhead } from "../meetings/commands/plan-ahead";
import { postAmendment, postMinutes } from "../meetings/commands/post-minutes";
import { remindOwners } from "../meetings/commands/remind-owners";
import { tellOfEvent } from "../notifications/tell";
import { remindOfTerms } from "../people/commands/remind-of-terms";
import { reassignLeft } from "../tickets/commands/reassign-left";
import { remindAging } from "../tickets/commands/remind-aging";
import { tidy } from "./tidy";

const ofMinutes = z.object({ meetingId: z.number().int() });
const ofAmendment = z.object({ amendmentId: z.number().int() });
const ofSignInLink = z.object({ personId: z.number().int(), back: z.string() });
const tell = z.object({ eventId: z.string().regex(/^\d+$/) });

/** One handler per job; each may run twice for the same job, and must then change nothing. */
export const handlers: TaskList = {
  tidy,
  expire_slots: async () => {
    await expireSlots();
  },
  plan_ahead: async () => {
    await planAhead();
  },
  reassign_left: async () => {
    await reassignLeft();
  },
  remind_aging: async () => {
    await remindAging();
  },
  seal_events: async () => {
    await sealEvents();
  },
  check_chain: async () => {
    await checkChain();
  },
  close_ballots: async () => {
    await closeDueBallots();
  },
  remind_owners: async () => {
    await remindOwners();
  },
  remind_terms: async () => {
    await remindOfTerms();
  },
  ask_groups: async () => {
    await askGroupsOfDue();
  },
  post_minutes: async (payload) => {
    await postMinutes(ofMinutes.parse(payload).meetingId);
  },
  post_amendment: async (payload) => {
    await postAmendment(ofAmendment.parse(payload).amendmentId);
  },
  sign_in_link: async (payload) => {
    const { personId, back } = ofSignInLink.parse(payload);
    await mailSignInLink(personId, back);
  },
  tell: async (payload) => tellOfEvent(BigInt(tell.parse(payload).eventId)),
};
