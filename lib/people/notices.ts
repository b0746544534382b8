import { type NoticeTable, people, textOf } from "../notifications/notice";

/** A director hears that they stand for a SIG from now on. */
export const peopleNotices: NoticeTable = {
  "sig.sponsored": (event) => [
    {
      to: people(Number(event.data.personId)),
      sentence: `${event.actor.name} named you the sponsoring director of ${textOf(event.data, "name")}.`,
      href: `/sigs/${encodeURIComponent(textOf(event.data, "sig"))}`,
    },
  ],
};
