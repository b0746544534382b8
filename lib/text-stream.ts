/** Sent as it is read, so that memory stays flat. */
export function streamOf(texts: AsyncIterable<string>): ReadableStream {
  const encoder = new TextEncoder();
  const each = texts[Symbol.asyncIterator]();
  const source = {
    async pull(controller: ReadableStreamDefaultController) {
      const { value, done: over } = await each.next();
      if (over) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await each.return?.();
    },
  };
  // Nothing is read ahead: HEAD looks at no line, and then no connection waits for it.
  return new ReadableStream(source, { highWaterMark: 0 });
}
