import { minutesTaken, type Timed, timeWords } from "./time-balance";

export interface TimeBarItem extends Timed {
  id: number | string;
  title: string;
  href: string;
  /** A pause: drawn apart, for nothing is presented in it. */
  isBreak?: boolean;
}

export interface TimeBarProps {
  capacityMinutes: number;
  items: readonly TimeBarItem[];
}

/** How a meeting's time is used: drawn for the eye, said in a sentence, listed for whoever reads lists. */
export function TimeBar({ capacityMinutes, items }: TimeBarProps) {
  const taken = minutesTaken(items);
  const isOver = taken > capacityMinutes;
  return (
    <figure className="tb">
      <figcaption>
        <b className={isOver ? "over" : undefined}>{timeWords(capacityMinutes, taken)}</b>
        {items.length > 0 && <Legend isOver={isOver} />}
      </figcaption>
      <Drawing capacityMinutes={capacityMinutes} items={items} taken={taken} />
      {items.length > 0 && (
        <ol>
          {items.map((item) => (
            <li key={item.id}>
              <a href={item.href} dir="auto">
                {item.title}
              </a>{" "}
              <span className="mins">
                {item.isBreak ? (
                  `${item.presentMinutes + item.qaMinutes} min`
                ) : (
                  <>
                    {item.presentMinutes} + {item.qaMinutes}
                    <span className="sr-only"> minutes for questions</span> min
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </figure>
  );
}

function Legend({ isOver }: { isOver: boolean }) {
  return (
    <span className="tb-legend" aria-hidden="true">
      <span className="k-talk">presentation</span>
      <span className="k-qa">questions</span>
      {isOver && <span className="k-over">over time</span>}
    </span>
  );
}

interface DrawingProps extends TimeBarProps {
  taken: number;
}

/** Hidden from assistive technology: the sentence and the list say all of it. Attributes, not styles, for the CSP. */
function Drawing({ capacityMinutes, items, taken }: DrawingProps) {
  const whole = Math.max(capacityMinutes, taken, 1);
  const percent = (minutes: number) => `${Math.round((minutes / whole) * 10_000) / 100}%`;
  let from = 0;
  return (
    <svg className="tb-bar" aria-hidden="true">
      <defs>
        <pattern
          id="tb-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="gap" width="6" height="6" />
          <rect className="hatch" width="2.5" height="6" />
        </pattern>
      </defs>
      <rect className="room" width={percent(capacityMinutes)} height="28" />
      {items.map((item, place) => {
        const start = from;
        from += item.presentMinutes + item.qaMinutes;
        return (
          <g key={item.id}>
            <rect
              className={item.isBreak ? "pause" : "talk"}
              x={percent(start)}
              width={percent(item.presentMinutes)}
              height="28"
            />
            <rect
              className="qa"
              x={percent(start + item.presentMinutes)}
              width={percent(item.qaMinutes)}
              height="28"
            />
            <line x1={percent(from)} x2={percent(from)} y2="28" />
            <text x={percent(start)} dx="6" y="19">
              {place + 1}
            </text>
          </g>
        );
      })}
      {taken > capacityMinutes && (
        <rect
          className="over"
          x={percent(capacityMinutes)}
          width={percent(taken - capacityMinutes)}
          height="28"
          fill="url(#tb-hatch)"
        />
      )}
      <text className="tick" x="0" y="44">
        0
      </text>
      <text className="tick end" x={percent(capacityMinutes)} y="44">
        {capacityMinutes} min
      </text>
    </svg>
  );
}
