import { because, type NoticeTable, people, type ToldEvent, textOf } from "../notifications/notice";
import { roleLabels } from "./ui-text";

/**
 * A director hears that they stand for a SIG from now on; everybody, which roles they hold. Where nobody tells their
 * groups any more, they hear how to mend it, and administrators that the roles stay meanwhile.
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
      sentence: `The portal cannot ask for your groups any more${because(event)} Sign in again, so that it can.`,
      href: "/account",
    },
    {
      to: [{ part: "administrators" }],
      sentence: `The portal cannot ask for the groups of ${textOf(event.data, "person")} any more${because(event)} The roles that they gave stay until the next sign-in, or until you end them.`,
      href: `/admin/people/${encodeURIComponent(textOf(event.data, "handle"))}`,
    },
  ],
  "person.role_given": (event) => toThem(event, `You are ${roleOf(event)} now.`),
  "person.role_ended": (event) => toThem(event, `You are no longer ${roleOf(event)}${because(event)}`),
};

function toThem({ data }: ToldEvent, sentence: string) {
  return [{ to: people(Number(data.personId)), sentence, href: "/account" }];
}

function roleOf({ data }: ToldEvent): string {
  const role = textOf(data, "role");
  return `${(roleLabels[role] ?? role).toLowerCase()} (${textOf(data, "body")})`;
}
