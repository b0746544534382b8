import type { Scene } from "./scene";
import { describe, nameSponsor, plan } from "./sig-deeds";
import type { Stage } from "./stage";
import { comesIn } from "./tenant-deeds";

const cloud = `We run what others build on: the images, the hosts below them, and the cloud in which both are tried out.
Whoever has broken something and **mended** it again has a vote.

- Meetings: every other Thursday, in the room that has a window
- What we owe others stands below; what others owe us, they know`;

const hyperscale = `For those who have so many machines that one of them is always broken. We carry what they need before
it is in a release, and **hand it over** once it is.`;

/** What the SIGs are for, who stands for them in the board, and what they mean to run on the region. */
export function sigsStory({ cast, past, daysFrom }: Stage): Scene[] {
  const { sigChair, otherSigChair, secretary, directorOne, directorTwo, operator } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  return [
    { when: daysFrom(past[0], -18), play: () => describe(sigChair, "sig-cloud", cloud) },
    { when: daysFrom(past[0], -17), play: () => describe(otherSigChair, "sig-hyperscale", hyperscale) },
    { when: daysFrom(past[0], 1.2), play: () => nameSponsor(secretary, "sig-cloud", directorOne) },
    { when: daysFrom(past[0], 1.3), play: () => nameSponsor(secretary, "sig-hyperscale", directorTwo) },
    {
      when: after(29.7),
      play: async () => {
        const id = await plan(sigChair, "sig-cloud", {
          name: "Test builds of the Cloud SIG’s images",
          url: "https://builds.example.org/sig-cloud",
          note: "On the two hosts that are there. Nobody is hurt when they fall over; that is the point.",
          needs: "8 cores and 32 GB; scratch space only; sign-in for the SIG’s group.",
        });
        await comesIn(operator, id, { name: "Tomas Lind", reach: "sig-cloud@lists.example.org" });
      },
    },
    {
      when: after(33.9),
      play: () =>
        plan(otherSigChair, "sig-hyperscale", {
          name: "The nightly test runs of the Hyperscale SIG",
          note: "As soon as the region takes users; until then on a machine under Yara’s desk.",
          needs: "16 cores each night, 200 GB that may be lost.",
        }),
    },
  ];
}
