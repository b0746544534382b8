import { Note } from "@/components/ui/note";
import type { RelationSide } from "@/lib/proposals/relation-queries";
import { insteadText } from "@/lib/proposals/relation-text";

/** Says at the top of a proposal that another one is read instead of it; nothing where none is. */
export function RelationNote({ relations }: { relations: readonly RelationSide[] }) {
  return relations.map((relation) => {
    const { kind, end, number, title } = relation;
    const words = insteadText(kind, end);
    return (
      words && (
        <Note key={`${kind} ${number}`} tone="info">
          {words}{" "}
          <a href={`/proposals/${number}`}>
            #{number} <span dir="auto">{title}</span>
          </a>
          .
        </Note>
      )
    );
  });
}
