import pino, { type DestinationStream, type Logger } from "pino";
import { requestFacts } from "./db/request-facts";
import { loggable, withoutTexts } from "./log-words";

/** A log that holds neither secrets nor what people wrote (log-words.ts), each line with its request. */
export function logTo(destination: DestinationStream, level = process.env.LOG_LEVEL || "info"): Logger {
  return pino(
    {
      level,
      base: undefined,
      // Their serializers come first, and would show an error whole.
      serializers: { err: (failure) => failure },
      mixin: () => {
        const id = requestFacts.getStore()?.id;
        return id ? { request: id } : {};
      },
      formatters: { log: (fields) => loggable(fields) as Record<string, unknown> }, // an object stays one
      hooks: {
        logMethod(given, method) {
          const [first, ...rest] = given.map((each) =>
            typeof each === "string" ? withoutTexts(each) : each,
          );
          method.apply(this, [first as string, ...(rest as string[])]); // the same kinds as they came
        },
      },
    },
    destination,
  );
}

/** One JSON line per happening, on standard error: what `npm start` tells a person goes to standard output. */
export const log = logTo(pino.destination({ dest: 2, sync: true }));
