import { refuseAdministration } from "../../audit/commands/note-alone";
import { env } from "../../env";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { askTracker, type Line } from "../ask-tracker";
import { gitlabPlans } from "../gitlab/fetch-notes";
import type { ImportPlan } from "../import-plan";
import { nextPage } from "../pagure/next-page";
import { parsePagure } from "../pagure/parse";
import { planImport } from "../pagure/to-portal";
import { mayImport } from "../policy";
import { type Target, type Tracker, targetOf } from "../tracker-address";
import { type Imported, importPlans } from "./import-plans";

interface Wish {
  tracker: Tracker;
  /** Of a project, of its issues or of one issue, as a browser shows it. */
  address: string;
  wait?: Line["wait"];
  door?: Line["door"];
  /** Told after each page. */
  onPage?: (soFar: Imported) => void;
}

/**
 * Takes over the threads of a tracker that is asked page by page. Each page is kept as soon as it has come: an import that broke
 * off goes on when it is begun again, and asks for the notes of nothing that has not changed since.
 */
export async function importFromAddress(actor: Actor, wish: Wish): Promise<Result<Imported>> {
  const allowed = mayImport(actor);
  if (!allowed.ok) return refuseAdministration(actor, "import threads", allowed.refusal.message);
  const target = targetOf(wish.tracker, wish.address);
  if (!target.ok) return target;
  const line = {
    headers: credentials(wish.tracker),
    ...(wish.wait && { wait: wish.wait }),
    ...(wish.door && { door: wish.door }),
  };
  let sum = nothing;
  for (let next: string | undefined = target.value.address; next; ) {
    const page = await plansAt(wish.tracker, next, target.value, line);
    if (!page.ok) return page;
    const imported = await importPlans(actor, page.value.plans);
    if (!imported.ok) return imported;
    sum = added(sum, imported.value, page.value.unchanged);
    wish.onPage?.(sum);
    next = page.value.next;
  }
  return done(sum);
}

interface Plans {
  plans: ImportPlan[];
  /** Threads that are known as they stand there. */
  unchanged: number;
  next?: string;
}

async function plansAt(
  tracker: Tracker,
  address: string,
  { isOne }: Target,
  line: Line,
): Promise<Result<Plans>> {
  const page = await askTracker(address, line);
  if (!page.ok) return page;
  const { json } = page.value;
  if (tracker === "gitlab") {
    const plans = await gitlabPlans(isOne ? [json] : json, address, line);
    return plans.ok ? done({ ...plans.value, ...(page.value.next && { next: page.value.next }) }) : plans;
  }
  const issues = parsePagure(JSON.stringify(json));
  if (!issues.ok) return issues;
  const next = isOne ? undefined : nextPage(json, address);
  return done({ plans: issues.value.map(planImport), unchanged: 0, ...(next && { next }) });
}

/** As each of them wants it. */
function credentials(tracker: Tracker): Record<string, string> {
  const token = env().IMPORT_TOKEN;
  if (!token) return {};
  return tracker === "gitlab" ? { "private-token": token } : { authorization: `token ${token}` };
}

const nothing: Imported = {
  ...{ created: 0, updated: 0, unchanged: 0, comments: 0, events: 0, questionsOffered: 0 },
  proposals: [],
};

function added(one: Imported, other: Imported, unchanged: number): Imported {
  return {
    created: one.created + other.created,
    updated: one.updated + other.updated,
    unchanged: one.unchanged + other.unchanged + unchanged,
    comments: one.comments + other.comments,
    events: one.events + other.events,
    questionsOffered: one.questionsOffered + other.questionsOffered,
    proposals: [...one.proposals, ...other.proposals],
  };
}
