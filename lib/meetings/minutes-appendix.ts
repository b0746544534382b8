import { actionHead } from "./action-line";
import { actionStatusLabels } from "./action-text";
import { amendmentName } from "./minutes-amended";
import { type Block, clock, heading } from "./minutes-blocks";
import { itemsHeld, type MinutesRecord } from "./minutes-record";

/** What follows the items: all actions at one place, reports on earlier ones, what was carried, and the amendments. */
export function appendix(record: MinutesRecord): Block[] {
  return [
    ...actionBlocks(record),
    ...reportBlocks(record),
    ...carriedBlocks(record),
    ...amendmentBlocks(record),
  ];
}

/** Every ACTION again, at one place; the word itself stands only where it was said. */
function actionBlocks(record: MinutesRecord): Block[] {
  const entries = itemsHeld(record).flatMap((item, index) =>
    item.lines
      .filter((line) => line.kind === "action")
      .map((line) => `${actionHead(line)}${line.text} (item ${index + 1})`),
  );
  return entries.length > 0 ? [heading(2, "Actions"), { kind: "list", entries }] : [];
}

/** What owners said about the ACTIONs of earlier meetings. */
function reportBlocks({ reports }: MinutesRecord): Block[] {
  if (reports.length === 0) return [];
  const entries = reports.map(({ text, from, owner, status, note }) => {
    const who = owner ? `${owner.kind === "person" ? "@" : ""}${owner.handle}` : "nobody yet";
    return `${who}, from ${from}: ${text} – ${actionStatusLabels[status]}${note ? `: ${note}` : ""}`;
  });
  return [heading(2, "Reports on earlier actions"), { kind: "list", entries }];
}

function amendmentBlocks({ amendments }: MinutesRecord): Block[] {
  if (amendments.length === 0) return [];
  const entries = amendments.map((each) => {
    const [first = "", ...rest] = amendmentName(each);
    const name = `${first.toUpperCase()}${rest.join("")}`;
    const said = each.was
      ? `“${each.was}” now reads ${each.text ? `“${each.text}”` : "nothing: it is struck"}`
      : each.text;
    return `${name}, ${clock(each.at)}, by ${each.by}. ${said}. Reason: ${each.reason}`;
  });
  return [heading(2, "Amendments"), { kind: "list", entries }];
}

function carriedBlocks(record: MinutesRecord): Block[] {
  const carried = record.items.filter((item) => item.status === "carried");
  if (carried.length === 0) return [];
  const entries = carried.map((item) => {
    const proposal = item.proposal ? ` (#${item.proposal.number})` : "";
    return `${item.title}${proposal}${item.carriedTo ? `, to the meeting of ${item.carriedTo}` : ""}`;
  });
  return [heading(2, "Carried over"), { kind: "list", entries }];
}
