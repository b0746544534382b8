import type { WhoRead } from "@/lib/materials/preread";

/** "Read by 3 of 9 directors: Ada, Bea, Cy. Earlier: … Not yet: …" */
export function WhoReadLines({ who }: { who: WhoRead }) {
  const { directors, read, earlier, notYet, along } = who;
  // Everybody's name would say no more than "none".
  const isStarted = read.length + earlier.length > 0;
  return (
    <div className="who-read">
      <p>
        <b>
          Read by {isStarted ? read.length : "none"} of {directors} directors{!isStarted && " yet"}
        </b>
        {read.length > 0 && <>: {read.join(", ")}</>}
      </p>
      {earlier.length > 0 && <p>Has changed since they read it: {earlier.join(", ")}</p>}
      {isStarted && notYet.length > 0 && <p>Not yet: {notYet.join(", ")}</p>}
      {along.length > 0 && <p>Read along: {along.join(", ")}</p>}
    </div>
  );
}
