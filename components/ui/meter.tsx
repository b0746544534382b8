interface MeterProps {
  value: number;
  max: number;
  label: string;
  /** More than there is room for: the label says so too. */
  over?: boolean;
}

/** How much of something there is. The label says it in words ("5 of 9 placed"); the bar only repeats it. */
export function Meter({ value, max, label, over = false }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const look = over ? "over" : share === 1 && "full";
  return (
    <div className={look ? `meter ${look}` : "meter"}>
      <span>{label}</span>
      <svg aria-hidden="true">
        <rect width={`${Math.round(share * 1000) / 10}%`} height="100%" />
      </svg>
    </div>
  );
}
