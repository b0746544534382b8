import { whoRead } from "@/lib/materials/preread";
import type { MaterialShown, Preread } from "@/lib/materials/queries";
import { MaterialLink } from "./material-link";
import { WhoReadLines } from "./who-read";

interface Props {
  head: { number: number; revision: number; status: string; meeting: unknown };
  materials: readonly MaterialShown[];
  preread: Preread;
}

const atMost = 8;

/** Beside a proposal: its materials, and who of the directors has read it. */
export function MaterialsAside({ head, materials, preread }: Props) {
  const page = `/proposals/${head.number}/materials`;
  const present = materials.filter(({ removedAt }) => !removedAt);
  const who = whoRead(preread.directors, preread.marks, { revision: head.revision, changedAt: null });
  // Before it is on its way to a meeting nobody's reading is waited for.
  const isPreread = head.meeting !== null || preread.marks.length > 0;
  if (present.length === 0 && !isPreread) return null;
  return (
    <section>
      <h2>
        <a href={page}>Materials and pre-read</a>
      </h2>
      {present.length > 0 && (
        <ul className="mats-side">
          {present.slice(0, atMost).map((material) => (
            <li key={material.number}>
              <MaterialLink material={material} />
              {isOutdated(material, head.revision) && (
                <a className="mat-old" href={`${page}#material-${material.number}`}>
                  {material.changedAt ? "Changed since pinned" : `For revision ${material.revision}`}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {present.length > atMost && <p>And {present.length - atMost} more.</p>}
      {isPreread && <WhoReadLines who={who} />}
    </section>
  );
}

function isOutdated(material: MaterialShown, revision: number): boolean {
  return material.changedAt !== null || material.revision < revision;
}
