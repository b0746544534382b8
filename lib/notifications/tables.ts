import { discussionNotices } from "../discussion/notices";
import type { Notice, NoticeTable, ToldEvent } from "./notice";

const tables: readonly NoticeTable[] = [discussionNotices];

/** Whom an event tells, in which words. An event that nobody has to hear of tells nobody. */
export function noticesOf(event: ToldEvent): Notice[] {
  return tables.flatMap((table) => table[event.type]?.(event) ?? []);
}
