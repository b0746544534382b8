import { isoDate } from "@/lib/calendar-date";
import type { Scene } from "./scene";
import { close, decideOn, open, record } from "./session-deeds";
import type { Stage } from "./stage";

const title = "A production region";

/** The two evenings on which the board talked about the region: first without an end, then with one. */
export function regionBeforeTheBoard(stage: Stage): Scene[] {
  return [...firstEvening(stage), ...secondEvening(stage)];
}

function firstEvening({ cast, past, meeting }: Stage): Scene[] {
  const { chair, secretary } = cast;
  const [, evening, next] = past;
  return [
    { when: meeting(evening, 12), play: () => open(chair, evening, title) },
    {
      when: meeting(evening, 26),
      play: () =>
        record(secretary, evening, title, [
          ["note", "Noor and Tomas present the region: one new thing, the hosts."],
          ["question", "What involvement of the board is expected, and why?"],
          ["answer", "Noor: the name, and a SIG behind it. The rest is not the board’s."],
          ["question", "Is it a SIG’s work or a product?"],
          ["info", "Dario: two hosts are in the store room, not six."],
          ["note", "The time is up while hands are still raised."],
          [
            "action",
            "Write down where the board’s involvement ends.",
            "@noor",
            isoDate(meeting(next, -20_160)),
          ],
        ]),
    },
    {
      when: meeting(evening, 33),
      play: () =>
        decideOn(chair, evening, title, {
          outcome: "no_decision",
          method: "consensus",
          text: "The board wants to hear more and decides nothing tonight. The questions that are open stay on the record.",
          nextMeeting: next,
          followUp: "@noor",
        }),
    },
    { when: meeting(evening, 34), play: () => close(chair, evening, title) },
  ];
}

function secondEvening({ cast, past, meeting }: Stage): Scene[] {
  const { chair, secretary } = cast;
  const [, , evening] = past;
  return [
    { when: meeting(evening, 8), play: () => open(chair, evening, title) },
    {
      when: meeting(evening, 19),
      play: () =>
        record(secretary, evening, title, [
          ["note", "Two slides. The second one is a list of who would do what."],
          ["info", "Leilani: the board decides on the name and the SIG; the rest needs no vote."],
          ["agreed", "The region may carry the project’s name. The Cloud SIG stands behind it."],
          ["agreed", "What is asked of the infra team goes there, as tickets that say who does what."],
          ["action", "Open the tickets, one for each thing that was asked.", "@noor"],
          ["action", "Find a second person with access to the hosts.", "sig-cloud"],
        ]),
    },
    {
      when: meeting(evening, 22),
      play: () =>
        decideOn(chair, evening, title, {
          outcome: "redirected",
          method: "consensus",
          text: "Not approved as a whole, and not refused: the board closes this item with thanks and asks for specific, action-based tickets. Here if they are the board’s to decide, with the infra team if they are infrastructure.",
          conditions: [
            { text: "Two people besides Noor can reach every host.", owner: "sig-cloud" },
            { text: "The board hears after three months how it goes.", owner: "@noor" },
          ],
        }),
    },
    { when: meeting(evening, 23), play: () => close(chair, evening, title) },
  ];
}
