import { env } from "../env";
import type { AgingDays } from "./aging";

export function agingDays(): AgingDays {
  return { news: env().TICKET_NEWS_DAYS, reporter: env().REPORTER_WAIT_DAYS };
}
