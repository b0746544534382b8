/** How much of something there is. The label says it in words ("5 of 9 placed"); the bar only repeats it. */
export function Meter({ value, max, label }: { value: number; max: number; label: string }) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={share === 1 ? "meter full" : "meter"}>
      <span>{label}</span>
      <svg aria-hidden="true">
        <rect width={`${Math.round(share * 1000) / 10}%`} height="100%" />
      </svg>
    </div>
  );
}
