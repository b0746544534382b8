import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import {
  address,
  askToSponsor,
  consentTo,
  endorse,
  object,
  refuseTo,
  resolve,
  standBehind,
  writeWith,
} from "./support-deeds";
import { accept, reactTo, watch } from "./talk-deeds";

/** Who stood behind the region early, who had to be won, and what was in the way until the text was changed. */
export function regionSupport(stage: Stage, told: Told): Scene[] {
  return [...friends(stage, told), ...owners(stage, told), ...objection(stage, told), ...agreed(stage, told)];
}

function friends({ cast, past, daysFrom }: Stage, told: Told): Scene[] {
  const { requester, sigChair, otherSigChair, directorOne } = cast;
  const before = (days: number) => daysFrom(past[1], -days);
  return [
    { when: before(23.65), play: () => writeWith(requester, told, sigChair) },
    { when: before(22), play: () => askToSponsor(requester, told, directorOne) },
    {
      when: before(20.7),
      play: () =>
        standBehind(
          directorOne,
          told,
          "I would miss it too. I bring it to the board, and stay for the answer.",
        ),
    },
    {
      when: before(16.7),
      play: () => endorse(otherSigChair, told, "We would move our test runs there in the first week."),
    },
  ];
}

/** Six hosts were too many to promise, until a partner sent four. */
function owners({ cast, past, daysFrom }: Stage, told: Told): Scene[] {
  const { infraEngineer, sigChair } = cast;
  const fan =
    "There are two in the store room, and one of them is a fan with a computer. I cannot promise six.";
  return [
    { when: daysFrom(past[1], -19.1), play: () => consentTo(infraEngineer, told, 2, 4) },
    { when: daysFrom(past[1], -19), play: () => refuseTo(infraEngineer, told, 3, fan) },
    { when: daysFrom(past[1], -17.7), play: () => consentTo(sigChair, told, 5) },
    { when: daysFrom(past[2], -12), play: () => consentTo(infraEngineer, told, 3) },
  ];
}

function objection({ cast, past, daysFrom }: Stage, told: Told): Scene[] {
  const { requester, directorTwo } = cast;
  const before = (days: number) => daysFrom(past[2], -days);
  return [
    {
      when: before(20.6),
      play: () =>
        object(
          directorTwo,
          told,
          "Nothing in the text says where the board’s part **ends**. The last time that this was left open we owned a printer for four years.",
        ),
    },
    {
      when: before(19.6),
      play: () =>
        address(
          requester,
          told,
          1,
          "It ends with the name and the SIG; see “why” in revision 2. There is no printer.",
        ),
    },
    { when: before(18.9), play: () => resolve(directorTwo, told, 1, "That is what I wanted to read.") },
  ];
}

function agreed({ cast, past, daysFrom }: Stage, told: Told): Scene[] {
  const { requester, contributor, directorOne, directorTwo, liaison, infraEngineer } = cast;
  const before = (days: number) => daysFrom(past[1], -days);
  const fan = "From the infra side: names";
  return [
    { when: before(22), play: () => accept(directorOne, told, 1) },
    {
      when: before(21.9),
      play: () => reactTo(told, "It is where", { thanks: [directorOne, liaison, contributor] }),
    },
    { when: before(20.8), play: () => accept(directorTwo, told, 2) },
    { when: before(18.8), play: () => reactTo(told, fan, { eyes: [requester], celebrate: [contributor] }) },
    { when: before(18.7), play: () => watch(infraEngineer, told) },
    {
      when: daysFrom(past[2], -16.5),
      play: () => reactTo(told, "I’d be happy", { thumbs_up: [requester, directorOne] }),
    },
  ];
}
