/** How a deadline stands, `hours` after `start`: "14 h left", "3 h overdue", "9 days overdue". */
export function hoursLeft(start: Date, hours: number, today: Date): string {
  const left = hours - (today.getTime() - start.getTime()) / 3_600_000;
  return left >= 0 ? `${span(Math.floor(left))} left` : `${span(Math.ceil(-left))} overdue`;
}

/** Days from two of them on: nobody counts in 202 hours. */
function span(hours: number): string {
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
