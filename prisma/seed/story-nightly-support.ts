import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { address, askToSponsor, consentTo, endorse, object, refuseTo, relate } from "./support-deeds";

/** Who does what is asked, who stands behind it, and what stands in its way. */
export function nightlySupport(stage: Stage, told: Told): Scene[] {
  return [...owners(stage, told), ...friends(stage, told), ...objections(stage, told)];
}

function owners({ cast, ago }: Stage, told: Told): Scene[] {
  const { infraEngineer, sigChair } = cast;
  const aSecondKey =
    "That key says that somebody has tested it, and at two in the morning nobody has. Ask me for a second key, and I say yes.";
  return [
    { when: ago(10.7), play: () => consentTo(sigChair, told, 3) },
    { when: ago(9.55), play: () => refuseTo(infraEngineer, told, 5, aSecondKey) },
    { when: ago(8.95), play: () => consentTo(infraEngineer, told, 2) },
  ];
}

function friends({ cast, ago }: Stage, told: Told): Scene[] {
  const { contributor, directorOne, otherSigChair } = cast;
  return [
    {
      when: ago(11.2),
      play: () => relate(contributor, told, "depends_on", { title: "A production region" }),
    },
    {
      when: ago(8),
      play: () =>
        endorse(
          otherSigChair,
          told,
          "We build our own every night and tell nobody. I would rather throw ours away.",
        ),
    },
    { when: ago(7.9), play: () => askToSponsor(contributor, told, directorOne) },
  ];
}

function objections({ cast, ago }: Stage, told: Told): Scene[] {
  const { operator, directorTwo, directorThree } = cast;
  return [
    {
      when: ago(8.6),
      play: () =>
        object(
          directorTwo,
          told,
          "“CentOS Stream nightly” reads like a release that comes every night. I would vote against the name as it is. It is resolved once the name of the file says what it is, without a page beside it.",
        ),
    },
    {
      when: ago(8.3),
      play: () =>
        object(
          directorThree,
          told,
          "If a nightly contains what must not be out there, a password or somebody’s photographs, a week is six days and 23 hours too long. Who takes it back at once, and how?",
          "infra",
        ),
    },
    {
      when: ago(6.9),
      play: () =>
        address(
          operator,
          told,
          1,
          "The file is called `nightly-` and the day now, without a version; it stands in revision 2, under “how”. Nobody will find a number in it to be proud of.",
        ),
    },
  ];
}
