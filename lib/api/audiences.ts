import { type Audience, type ByMove, butNever, either, everybody, own, people } from "./audience";

// Whom the operations name, each once. Where a rule needs another word, it is put together of these.

const officerRoles = ["secretary", "chair"] as const;
const directorRoles = ["director", "chair", "liaison"] as const;

export const everyone: Audience = { says: "everyone", may: everybody, own: [] };
export const signedIn: Audience = { says: "everybody who is signed in", may: people, own: [] };
/** What each has of their own, where another's is as good as not there. */
export const ownThings: Audience = { says: "everybody who is signed in, of their own", may: people, own: [] };

/** The requester's own word: nobody stands in. */
export const author: Audience = { says: "its requester", may: ["requester"], own: [] };
/** For an imported thread whose person may not have come yet, the officers stand in. */
export const requester: Audience = {
  says: "its requester (for an imported thread also the chair and the secretary)",
  may: ["requester"],
  own: officerRoles,
};
export const authors: Audience = {
  says: "its requester and co-authors (for an imported thread also the chair and the secretary)",
  may: ["requester", "coAuthor"],
  own: officerRoles,
};

export const chair: Audience = { says: "the chair", may: ["chair"], own: [] };
export const officers: Audience = { says: "the chair and the secretary", may: officerRoles, own: [] };
export const directors: Audience = { says: "directors", may: directorRoles, own: [] };
export const liaison: Audience = { says: "the liaison", may: ["liaison"], own: [] };
/** Who reads executive items. */
export const board: Audience = {
  says: "directors, the secretary and the community architect",
  may: [...directorRoles, "secretary", "architect"],
  own: [],
};

export const motionMakers = either(directors, {
  says: "the secretary, who writes down whose motion it is or who seconds it",
  may: ["secretary"],
  own: [],
});
export const seconders = butNever(motionMakers, "their own motion");
export const motionKeepers = either(officers, own("who moved it", directorRoles));

/** A request is turned down by those who give time, an offer by who asked for it. */
export const slotDecliners = either(officers, own("its requester where time was offered", ["requester"]));

/** A sponsor is tried as the chair of another SIG. */
export const sigChairs: Audience = { says: "the chairs of SIGs", may: ["sigChair", "sponsor"], own: [] };
export const sigPeople: Audience = {
  says: "the chairs and members of SIGs",
  may: ["sigChair", "sigMember", "sponsor"],
  own: [],
};
export const ownSig: Audience = {
  says: "the chair and the members of its SIG",
  may: ["sigChair", "sigMember"],
  own: [],
};
export const ownSigChair: Audience = { says: "the chair of the SIG", may: ["sigChair"], own: [] };

export const infraTeam: Audience = { says: "the infra team", may: ["infra"], own: [] };
export const operators: Audience = { says: "the region’s operators", may: ["operator"], own: [] };
export const admins: Audience = { says: "administrators", may: ["admin"], own: [] };

/** Whoever asked for a ticket; the requester of its proposal is one of them. */
export const ticketRequester: Audience = {
  says: "who asked for it and the requester of its proposal (for an imported thread also the chair and the secretary)",
  may: ["requester"],
  own: officerRoles,
};
export const ticketOwner = own("its owner");
/** Infra requests are worked on by the infra team alone. */
export const ticketWorkers: Audience = {
  says: "the infra team for an infra request; for another ticket its owner, the chair and the secretary",
  may: ["infra"],
  own: people,
};
export const ticketEditors = either(ticketRequester, ticketOwner, ticketWorkers);
export const ticketKeepers = either(ticketEditors, officers);

export const initiativePlanners = either(infraTeam, officers, ticketOwner);

export const ticketMovers: ByMove = {
  file: ticketRequester,
  takeUp: ticketWorkers,
  accept: ticketWorkers,
  askReporter: ticketWorkers,
  answerReporter: ticketRequester,
  fulfil: ticketWorkers,
  decline: ticketWorkers,
  markDuplicate: ticketWorkers,
  reopen: either(ticketRequester, ticketWorkers),
  withdraw: ticketRequester,
  bounce: ticketWorkers,
  takeBack: ticketWorkers,
  returnFromBoard: officers,
};

/** A body answers by those who share its duties. */
const forABody = "(for a body its directors, its chair and members, its team, or its operators)";
const notForABody = "by being an administrator or the community architect in that body";
const asked = own(`whoever it was asked of ${forABody}`);

/** Those who owe the answer, who answer for what it is about, and who write down what was said. */
export const answerers = {
  proposal: butNever(either(authors, officers, asked), notForABody),
  ticket: butNever(either(ticketRequester, ticketOwner, officers, asked), notForABody),
};
export const concernResolvers = butNever(
  either(authors, own(`whoever is to resolve it ${forABody}`)),
  notForABody,
);

export const evidenceGivers: Audience = either(sigPeople, infraTeam, operators, {
  says: "who asked for one of its tickets or wrote the proposal that it came from",
  may: ["requester"],
  own: [],
});
export const evidenceKeepers = either(
  own("who gave it"),
  own("the region’s operators once it is accepted", operators.may),
);
export const incidentKeepers = either(operators, infraTeam, own("who leads it or speaks for it"));
export const regionMovers: ByMove = {
  approve: officers,
  startBuilding: either(operators, officers),
  declareProvisioned: either(operators, officers),
  declareProduction: operators,
  startSunset: either(operators, officers),
  retire: either(operators, officers),
};
export const workloadPlanners: Audience = {
  says: "the chair and the members of its SIG; for a project of no SIG the region’s operators",
  may: ownSig.may,
  own: operators.may,
};
export const workloadKeepers = either(
  ownSig,
  operators,
  own("who brought it, where it is a project of no SIG"),
);
