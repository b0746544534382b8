import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { storyCalendar } from "./calendar";
import { seedPeople } from "./people";
import { playInOrder } from "./scene";
import { ballotsStory } from "./story-ballots";
import { evenings } from "./story-evenings";
import { importedStory } from "./story-imported";
import { minutesStory } from "./story-minutes";
import { nightlyStory } from "./story-nightly";
import { regionStory } from "./story-region";
import { regionPeopleStory } from "./story-region-people";
import { releaseNotesStory } from "./story-release-notes";
import { roomsStory } from "./story-rooms";
import { sigsStory } from "./story-sigs";
import { declinedStory, draftStory, executiveStory, withdrawnStory } from "./story-small";
import { statusPageStory } from "./story-status-page";
import { ticketsStory } from "./story-tickets";

/** Whether nobody has been here yet: no person, hence nothing that a person did. */
export async function isEmpty(): Promise<boolean> {
  return (await db.person.findFirst({ select: { id: true } })) === null;
}

/**
 * Tells the demo's story in an empty database: people, half a year of the board's evenings, and proposals at every
 * step of their journey. All of it is played through the commands, at the time when it happened, so that the history
 * reads as if it had. Where a command refuses, the story ends with its sentence.
 */
export async function seedDemo(): Promise<void> {
  const calendar = storyCalendar();
  const cast = await at(calendar.daysFrom(calendar.past[0], -60), seedPeople);
  const stage = { ...calendar, cast };
  await playInOrder([
    ...evenings(stage),
    ...minutesStory(stage),
    ...regionStory(stage),
    ...regionPeopleStory(stage),
    ...statusPageStory(stage),
    ...releaseNotesStory(stage),
    ...nightlyStory(stage),
    ...declinedStory(stage),
    ...withdrawnStory(stage),
    ...executiveStory(stage),
    ...importedStory(stage),
    ...sigsStory(stage),
    ...draftStory(stage),
    ...roomsStory(stage),
    ...ballotsStory(stage),
    ...ticketsStory(stage),
  ]);
}
