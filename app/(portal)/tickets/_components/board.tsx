import { boardHtml, moveForm } from "@/components/tickets/board-html";
import { Note } from "@/components/ui/note";
import type { BoardColumn } from "@/lib/tickets/board-queries";
import { listHref, type TicketAddress } from "@/lib/tickets/list-filter";
import { ticketStatuses } from "@/lib/tickets/policy";
import type { Search } from "@/lib/tickets/read-choice";
import { statusLabels } from "@/lib/tickets/ui-text";
import { moveOnBoardAction } from "../list-actions";
import { BoardKeys } from "./board-keys";

interface Props {
  columns: readonly BoardColumn[];
  address: TicketAddress;
  signedIn: boolean;
  search: Search;
}

/** The tickets by their state. Cards are moved by their buttons, and by keys where scripts run. */
export function Board({ columns, address, signedIn, search }: Props) {
  const { filter, view } = address;
  const inside = { __html: boardHtml(columns, address, signedIn).text };
  return (
    <>
      <Moved search={search} />
      {signedIn && (
        <p className="hint js-only">
          Arrow keys go from card to card, Enter opens one, and Shift with an arrow moves it to another state.
        </p>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by `html`, which escapes */}
      <div className="tk-board" dangerouslySetInnerHTML={inside} />
      {signedIn && (
        <form id={moveForm} action={moveOnBoardAction}>
          <input type="hidden" name="query" value={listHref({ filter, view }).split("?")[1] ?? ""} />
        </form>
      )}
      <BoardKeys />
    </>
  );
}

/** What became of the move that led here. */
function Moved({ search: { moved, to, why } }: { search: Search }) {
  const number = typeof moved === "string" && /^\d{1,9}$/.test(moved) ? moved : undefined;
  if (!number) return null;
  const status = ticketStatuses.find((each) => each === to);
  return (
    <div role="status">
      {status ? (
        <Note tone="good">
          T-{number} is in “{statusLabels[status]}” now.
        </Note>
      ) : (
        <Note tone="warn">
          T-{number} was not moved. {typeof why === "string" ? why.slice(0, 300) : ""}
        </Note>
      )}
    </div>
  );
}
