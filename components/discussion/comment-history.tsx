import { Time } from "@/components/ui/time";
import type { CommentVersion } from "@/lib/discussion/comment-queries";
import { diffText, type Effort, onePage } from "@/lib/proposals/text-diff";

/** What a comment said, each change word by word, the latest first. */
export function CommentHistory({ versions }: { versions: readonly CommentVersion[] }) {
  const effort = onePage();
  const changes = versions.map((version, place) => ({ version, before: versions[place - 1] })).reverse();
  return (
    <ol className="versions">
      {changes.map(({ version, before }) => (
        <li key={`${version.at} ${version.markdown.length}`}>
          <p className="by">
            {before ? "Changed " : "Written "}
            {version.by && (
              <>
                by <a href={`/people/${version.by.handle}`}>{version.by.name}</a>,{" "}
              </>
            )}
            <Time at={version.at} />
          </p>
          {before ? (
            <Changes before={before.markdown} after={version.markdown} effort={effort} />
          ) : (
            <div className="changed" dir="auto">
              {version.markdown}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Changes({ before, after, effort }: { before: string; after: string; effort: Effort }) {
  let place = 0;
  return (
    <div className="changed" dir="auto">
      {diffText(before, after, effort).map(({ kind, text }) => {
        const key = place++;
        if (kind === "same") return <span key={key}>{text}</span>;
        return kind === "added" ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </div>
  );
}
