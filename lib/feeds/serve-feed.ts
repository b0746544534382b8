import { portalAddress } from "../portal-address";
import { answerFile, noFile } from "./answer-file";
import { atomOf, type FeedShown, newestOf } from "./atom";

/** A feed, or that there is none. */
export function serveFeed(request: Request, feed: FeedShown | null): Response {
  if (!feed) return noFile("There is no such feed, or it is not public.");
  return answerFile(request, {
    body: atomOf(feed, portalAddress()),
    type: "application/atom+xml",
    changedAt: feed.changedAt ?? newestOf(feed.entries),
  });
}
