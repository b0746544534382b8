import { because, type NoticeTable, people, type ToldEvent, textOf } from "../notifications/notice";

/** Who weighs a claim hears of it; who made it, what came of it. */
export const claimNotices: NoticeTable = {
  "claim.asked": (event) =>
    event.data.isForThem === true
      ? []
      : [
          {
            to: [{ part: "administrators" }, { part: "officers" }],
            sentence: `${textOf(event.data, "person")} says that they are ${placeholder(event)}${because(event)}`,
            href: "/admin/claims",
          },
        ],
  "person.claimed": (event) => [
    {
      to: people(Number(event.data.personId)),
      sentence: `It was confirmed that you are ${placeholder(event)}: what stood under that name is yours.`,
      href: `/people/${encodeURIComponent(textOf(event.data, "handle"))}`,
    },
  ],
  "claim.declined": (event) => toThem(event, "It was declined that you are"),
  "person.unclaimed": (event) => toThem(event, "It was taken back that you are"),
};

function toThem(event: ToldEvent, words: string) {
  const href = `/people/${encodeURIComponent(textOf(event.data, "placeholder"))}`;
  const sentence = `${words} ${placeholder(event)}${because(event)}`;
  return [{ to: people(Number(event.data.personId)), sentence, href }];
}

function placeholder({ data }: ToldEvent): string {
  return `@${textOf(data, "placeholder")}`;
}
