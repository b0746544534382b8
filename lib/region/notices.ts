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
