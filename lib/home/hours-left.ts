/** How a deadline stands, `hours` after `start`: "14 h left", "3 h overdue". */
export function hoursLeft(start: Date, hours: number, today: Date): string {
  const left = hours - (today.getTime() - start.getTime()) / 3_600_000;
  return left >= 0 ? `${Math.floor(left)} h left` : `${Math.ceil(-left)} h overdue`;
}
