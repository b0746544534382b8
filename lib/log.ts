import pino from "pino";

/** One JSON line per happening, on standard error: what `npm start` tells a person goes to standard output. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL || "info",
    base: undefined,
    redact: ["*.password", "*.token", "*.secret", "*.authorization", "*.cookie"],
    serializers: { failure: pino.stdSerializers.err, error: pino.stdSerializers.err },
  },
  pino.destination({ dest: 2, sync: true }),
);
