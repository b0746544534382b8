import { dayInWords } from "../calendar-date";
import { claimNotices } from "../import-export/notices";
import {
  because,
  type NamedAudience,
  type NoticeTable,
  people,
  type ToldEvent,
  textOf,
} from "../notifications/notice";
import { roleLabel } from "./ui-text";

/**
 * A director hears that they stand for a SIG from now on; everybody, which roles they hold. Where nobody tells their
 * groups any more, they hear how to mend it, and administrators that the roles stay meanwhile. Who looks after a body
 * hears who left it, and how much of theirs waits for somebody.
 */
export const peopleNotices: NoticeTable = {
  "sig.sponsored": (event) => [
    {
      to: people(Number(event.data.personId)),
      sentence: `${event.actor.name} named you the sponsoring director of ${textOf(event.data, "name")}.`,
      href: `/sigs/${encodeURIComponent(textOf(event.data, "sig"))}`,
    },
  ],
  "person.groups_untold": (event) => [
    {
      to: people(Number(event.data.personId)),
      sentence: `The portal cannot ask for your groups any more${why(event)} Sign in again, so that it can.`,
      href: "/account",
    },
    {
      to: [{ part: "administrators" }],
      sentence: `The portal cannot ask for the groups of ${textOf(event.data, "person")} any more${why(event)} The roles that they gave stay until the next sign-in, or until you end them.`,
      href: `/admin/people/${encodeURIComponent(textOf(event.data, "handle"))}`,
    },
  ],
  ...claimNotices,
  "person.role_given": (event) => toThem(event, `You are ${roleOf(event)} now.`),
  "person.role_ended": (event) => [
    ...toThem(event, `You are no longer ${roleOf(event)}${because(event)}`),
    {
      to: [{ keepersOf: Number(event.data.bodyId) }, ...toBoard(event)],
      sentence: `${textOf(event.data, "person")} is no longer ${roleOf(event)}${why(event)}${leftBehind(event)}`,
      href: pageOfThem(event),
    },
  ],
  "person.term_ending": (event) => {
    const ends = `ends on ${dayInWords(textOf(event.data, "termEnds"))}`;
    return [
      {
        to: people(Number(event.data.personId)),
        sentence: `Your term as ${roleOf(event)} ${ends}.`,
        href: "/account",
      },
      {
        to: [{ part: "officers" }, { part: "administrators" }, { keepersOf: Number(event.data.bodyId) }],
        sentence: `The term of ${textOf(event.data, "person")} as ${roleOf(event)} ${ends}. They hold the role until somebody ends it.`,
        href: `/admin/people/${encodeURIComponent(textOf(event.data, "handle"))}`,
      },
    ];
  },
  "person.account_ended": (event) => [
    {
      to: [{ part: "officers" }, { part: "administrators" }],
      sentence: `The account of ${textOf(event.data, "person")} has ended${why(event)}${leftBehind(event)}`,
      href: pageOfThem(event),
    },
  ],
};

/** A SIG without its chair may have nobody left who looks after it. */
function toBoard({ data }: ToldEvent): NamedAudience[] {
  return textOf(data, "role") === "sig_chair" ? [{ part: "officers" }] : [];
}

/** The reason, as the end of a sentence that another follows. */
function why({ data }: ToldEvent): string {
  const reason = textOf(data, "reason").replace(/\.$/, "");
  return reason ? `: ${reason}.` : ".";
}

function leftBehind({ data }: ToldEvent): string {
  const [tickets, owes] = [Number(data.tickets ?? 0), Number(data.owes ?? 0)];
  const given = tickets > 0 ? ` ${counted(tickets, "ticket")} of theirs went to a body.` : "";
  return owes > 0 ? `${given} They still owe ${counted(owes, "thing")}: see to them.` : given;
}

function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

function pageOfThem({ data }: ToldEvent): string {
  return `/people/${encodeURIComponent(textOf(data, "handle"))}#owed`;
}

function toThem({ data }: ToldEvent, sentence: string) {
  return [{ to: people(Number(data.personId)), sentence, href: "/account" }];
}

function roleOf({ data }: ToldEvent): string {
  const role = textOf(data, "role");
  return `${roleLabel(role).toLowerCase()} (${textOf(data, "body")})`;
}
