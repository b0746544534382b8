import { dayInWords } from "../calendar-date";
import type { Say } from "./history";

/** What happens to people, SIGs and what they run. */
export const peopleSentences: Readonly<Record<string, Say>> = {
  "person.added": (fact) => `made an account for ${fact("person")}`,
  "person.role_given": (fact) =>
    `gave ${fact("person")} the role ${fact("role").replaceAll("_", " ")} in ${fact("body")}`,
  "person.role_ended": (fact) =>
    `ended the role ${fact("role").replaceAll("_", " ")} of ${fact("person")} in ${fact("body")}`,
  "person.term_set": (fact) =>
    fact("termEnds")
      ? `said that the term of ${fact("person")} as ${fact("role").replaceAll("_", " ")} in ${fact("body")} ends on ${dayInWords(fact("termEnds"))}`
      : `said that ${fact("person")} is ${fact("role").replaceAll("_", " ")} in ${fact("body")} without a term`,
  "person.term_ending": (fact) =>
    `reminded that the term of ${fact("person")} as ${fact("role").replaceAll("_", " ")} in ${fact("body")} ends on ${dayInWords(fact("termEnds"))}`,
  "person.past_role_recorded": (fact) =>
    `wrote down that ${fact("person")} was ${fact("role").replaceAll("_", " ")} in ${fact("body")} from ${dayInWords(fact("since"))} to ${dayInWords(fact("until"))}`,
  "person.account_ended": (fact) => `ended the account of ${fact("person")}`,
  "person.account_opened": (fact) => `opened the account of ${fact("person")} again`,
  "person.groups_untold": (fact) => `tells the groups of ${fact("person")} no more`,
  "person.described": (fact) => `changed the profile of ${fact("person")}`,
  "token.created": (fact) => `made the token “${fact("name")}”`,
  "token.revoked": (fact) => `revoked the token “${fact("name")}”`,
  "person.claimed": (fact) =>
    fact("person")
      ? `confirmed that ${fact("person")} is ${fact("placeholder")}, whose posts are theirs now`
      : "gave a placeholder's posts to its person",
  "person.unclaimed": (fact) =>
    `took back that ${fact("person")} is ${fact("placeholder")}, whose posts stand under that name again`,
  "claim.asked": (fact) =>
    fact("isForThem")
      ? `said that ${fact("person")} is ${fact("placeholder")}`
      : `said that they are ${fact("placeholder")}`,
  "claim.declined": (fact) => `declined that ${fact("person")} is ${fact("placeholder")}`,
  "claim.withdrawn": (fact) => `took back that they are ${fact("placeholder")}`,
  "person.handle_yielded": (fact) =>
    `made room for an account called ${fact("from")}, and is ${fact("handle")} now`,
  "workload.added": (fact) =>
    `planned “${fact("name")}” of ${fact("sig")} on ${fact("region") || "the region"}`,
  "workload.updated": (fact) => `changed what is said of “${fact("name")}”`,
  "workload.onboarding_started": (fact) => `started the onboarding of “${fact("name")}” of ${fact("sig")}`,
  "workload.step_done": (fact) => `said of “${fact("name")}”: ${fact("step")}`,
  "workload.step_reopened": (fact) =>
    `said that of “${fact("name")}” this is not done after all: ${fact("step")}`,
  "workload.leaving": (fact) => `said that “${fact("name")}” of ${fact("sig")} is leaving`,
  "workload.contact_added": (fact) => `named ${fact("contact")} to answer for “${fact("name")}”`,
  "workload.contact_confirmed": (fact) => `confirmed that ${fact("contact")} answers for “${fact("name")}”`,
  "workload.contact_removed": (fact) => `took ${fact("contact")} off the contacts of “${fact("name")}”`,
  "workload.started": (fact) => `said that “${fact("name")}” of ${fact("sig")} runs`,
  "workload.ended": (fact) => `said that “${fact("name")}” of ${fact("sig")} has ended`,
  "sig.described": (fact) => `said what ${fact("name") || "the SIG"} is for`,
  "sig.sponsored": (fact) => `named ${fact("sponsor")} as the sponsoring director`,
  "sig.sponsor_removed": () => "said that there is no sponsoring director any more",
};
