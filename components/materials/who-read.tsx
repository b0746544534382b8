import type { WhoRead } from "@/lib/materials/preread";

/** "Read by 3 of 9 directors: Ada, Bea, Cy. Earlier: … Not yet: …" */
export function WhoReadLines({ who }: { who: WhoRead }) {
  const { directors, read, earlier, notYet, along } = who;
  return (
    <div className="who-read">
      <p>
        <b>
          Read by {read.length} of {directors} directors
        </b>
        {read.length > 0 && <>: {read.join(", ")}</>}
      </p>
      {earlier.length > 0 && <p>Has changed since they read it: {earlier.join(", ")}</p>}
      {notYet.length > 0 && <p>Not yet: {notYet.join(", ")}</p>}
      {along.length > 0 && <p>Read along: {along.join(", ")}</p>}
    </div>
  );
}
