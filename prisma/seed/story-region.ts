import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { regionBeforeTheBoard } from "./story-region-board";
import { regionLater } from "./story-region-later";
import { regionMaterials } from "./story-region-materials";
import { regionProven } from "./story-region-proof";
import { type RegionTickets, regionTakenApart } from "./story-region-split";
import { regionSupport } from "./story-region-support";
import { talkBeforeTheMeeting, talkBetweenTheMeetings } from "./story-region-talk";
import { regionUnderWay } from "./story-region-work";

/** The story that the portal is for, from the first post to names that resolve (DOMAIN 1, and 9, scenario 1). */
export function regionStory(stage: Stage): Scene[] {
  const told: Told = { number: 0 };
  const tickets = {} as RegionTickets; // its numbers are written when the proposal is taken apart
  return [
    ...talkBeforeTheMeeting(stage, told),
    ...talkBetweenTheMeetings(stage, told),
    ...regionSupport(stage, told),
    ...regionMaterials(stage, told),
    ...regionBeforeTheBoard(stage),
    ...regionTakenApart(stage, told, tickets),
    ...regionUnderWay(stage, told, tickets),
    ...regionProven(stage),
    ...regionLater(stage),
  ];
}
