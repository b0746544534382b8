import {
  because,
  type Notice,
  type NoticeTable,
  people,
  type ToldEvent,
  textOf,
} from "../notifications/notice";

/** Evidence reaches those who judge it, and its judgement who gave it; the region's phases reach its operators. */
export const regionNotices: NoticeTable = {
  "evidence.submitted": toOperators((name, event) => `${event.actor.name} submitted evidence for ${name}.`),
  "evidence.accepted": toSubmitter(
    (name, event) => `${event.actor.name} accepted your evidence for ${name}.`,
  ),
  "evidence.refused": toSubmitter(
    (name, event) => `${event.actor.name} did not accept your evidence for ${name}${because(event)}`,
  ),
  "evidence.withdrawn": toOperators(
    (name, event) =>
      `${event.actor.name} withdrew evidence for ${textOf(event.data, "capability")} of ${name}${because(event)}`,
  ),
  "incident.declared": incidentNotice(
    (name, event) =>
      `${event.actor.name} declared ${textOf(event.data, "severity")} incident ${textOf(event.data, "number")} of ${name}: ${textOf(event.data, "title")}.`,
  ),
  "incident.reopened": incidentNotice(
    (name, event) => `Incident ${textOf(event.data, "number")} of ${name} is back${because(event)}`,
  ),
  "incident.resolved": incidentNotice(
    (name, event) => `Incident ${textOf(event.data, "number")} of ${name} is resolved${because(event)}`,
  ),
  "onboarding.opened": toOperators((name) => `${name} takes tenants in.`),
  "onboarding.closed": toOperators((name, event) => `${name} takes no tenants in for now${because(event)}`),
  "workload.added": toOperators(
    (name, event) =>
      `${event.actor.name} plans to run ${textOf(event.data, "name")} (${textOf(event.data, "sig")}) on ${name}.`,
    sigPage,
  ),
  "workload.ended": toOperators(
    (name, event) =>
      `${textOf(event.data, "name")} (${textOf(event.data, "sig")}) on ${name} has ended${because(event)}`,
    sigPage,
  ),
  "workload.onboarding_started": toOperators(
    (name, event) =>
      `${textOf(event.data, "name")} (${textOf(event.data, "sig")}) is being onboarded on ${name}.`,
    tenantsPage,
  ),
  "workload.leaving": toOperators(
    (name, event) => `${textOf(event.data, "name")} (${textOf(event.data, "sig")}) is leaving ${name}.`,
    tenantsPage,
  ),
  "region_role.taken": toHolder(
    (name, event) => `${event.actor.name} named you for “${textOf(event.data, "role")}” of ${name}.`,
  ),
  "region_role.handed_over": toHolder(
    (name, event) =>
      `${textOf(event.data, "from")} handed “${textOf(event.data, "role")}” of ${name} over to you.`,
  ),
  "region_role.access_given": toHolder((name, event) => `${event.actor.name} gave you access to ${name}.`),
  "region_role.access_taken": toHolder((name, event) => `Your access to ${name} has ended${because(event)}`),
  "region_role.laid_down": (event) => [...toFormerHolder(event), ...toOperators(gapWords, rolesPage)(event)],
  "region.approved": toOperators((name) => `${name} is approved.`),
  "region.building_started": toOperators((name) => `${name} is being built.`),
  "region.provisioned": toOperators((name) => `${name} is provisioned; it is not in production yet.`),
  "region.opened": toOperators((name) => `${name} is in production.`),
  "region.sunset_started": toOperators((name) => `The sunset of ${name} has begun.`),
  "region.retired": toOperators((name) => `${name} is retired.`),
};

type Words = (name: string, event: ToldEvent) => string;

function sigPage({ data }: ToldEvent): string {
  return `/sigs/${encodeURIComponent(textOf(data, "sigHandle"))}#workloads`;
}

/** Its operators, and the directors who answer for the region: the readiness has just changed. */
function incidentNotice(words: Words): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { region } = event;
    if (!region) return [];
    const href = `/region/${region.key}/incidents/${textOf(event.data, "number")}`;
    const to = [{ bodyId: region.operatorsId }, { part: "directors" as const }];
    return [{ to, sentence: words(region.name, event), href }];
  };
}

function tenantsPage({ region }: ToldEvent): string {
  return region ? `/region/${region.key}/workloads` : "/region";
}

function rolesPage({ region }: ToldEvent): string {
  return region ? `/region/${region.key}/roles` : "/region";
}

/** What it leaves open is for those who fill it. */
function gapWords(name: string, { data }: ToldEvent): string {
  const gap = textOf(data, "gap");
  const words = `${textOf(data, "person")} no longer holds “${textOf(data, "role")}” of ${name}`;
  return gap ? `${words}: ${gap}.` : `${words}.`;
}

const toFormerHolder = toHolder(
  (name, event) => `You no longer hold “${textOf(event.data, "role")}” of ${name}${because(event)}`,
);

function toHolder(words: Words): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { region, data } = event;
    const id = data.personId;
    if (!region || typeof id !== "number") return [];
    return [{ to: people(id), sentence: words(region.name, event), href: rolesPage(event) }];
  };
}

function toOperators(words: Words, page = (_event: ToldEvent) => "/region"): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { region } = event;
    if (!region) return [];
    return [{ to: [{ bodyId: region.operatorsId }], sentence: words(region.name, event), href: page(event) }];
  };
}

function toSubmitter(words: Words): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { region, evidenceById } = event;
    return region ? [{ to: people(evidenceById), sentence: words(region.name, event), href: "/region" }] : [];
  };
}
