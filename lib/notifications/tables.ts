import { decisionNotices } from "../decisions/notices";
import { discussionNotices } from "../discussion/notices";
import { materialNotices } from "../materials/notices";
import { minutesNotices } from "../meetings/minutes-notices";
import { meetingNotices } from "../meetings/notices";
import { peopleNotices } from "../people/notices";
import { proposalNotices } from "../proposals/notices";
import { regionNotices } from "../region/notices";
import { ticketNotices } from "../tickets/notices";
import { noticeForFollowers } from "./following";
import type { Notice, NoticeTable, ToldEvent } from "./notice";

const tables: readonly NoticeTable[] = [
  proposalNotices,
  discussionNotices,
  materialNotices,
  meetingNotices,
  minutesNotices,
  decisionNotices,
  ticketNotices,
  regionNotices,
  peopleNotices,
];

/** Whom an event tells, in which words: those whom it names before those who follow. An event that nobody has to hear of tells nobody. */
export function noticesOf(event: ToldEvent): Notice[] {
  return [...tables.flatMap((table) => table[event.type]?.(event) ?? []), ...noticeForFollowers(event)];
}
