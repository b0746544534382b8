import { because, type NoticeTable, people, type ToldEvent, textOf } from "../notifications/notice";
import { roleLabels } from "./ui-text";

/** A director hears that they stand for a SIG from now on; everybody, which roles they hold. */
export const peopleNotices: NoticeTable = {
  "sig.sponsored": (event) => [
    {
      to: people(Number(event.data.personId)),
      sentence: `${event.actor.name} named you the sponsoring director of ${textOf(event.data, "name")}.`,
      href: `/sigs/${encodeURIComponent(textOf(event.data, "sig"))}`,
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
