import { type ChildProcess, spawn } from "node:child_process";

// Each part of a measurement runs in a process of its own; they talk by questions and answers.

interface Message {
  id: number;
  question?: unknown;
  answer?: unknown;
  failure?: string;
}

export interface Child {
  pid: number;
  /** Sends a question and waits for its answer. */
  ask<Answer>(question: unknown): Promise<Answer>;
  /** Resolves with the first match in what it prints; refused where it ends before that. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

/** Starts a TypeScript file as a child of its own. Its end ends with ours. */
export function startChild(file: string, options: { node?: string[]; env?: NodeJS.ProcessEnv } = {}): Child {
  const args = ["--import", "tsx", ...(options.node ?? []), file];
  const child = spawn(process.execPath, args, {
    env: options.env ?? process.env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    serialization: "advanced",
  });
  const output = collect(child);
  let last = 0;
  return {
    pid: child.pid ?? 0,
    ask: <Answer>(question: unknown) => askChild<Answer>(child, { id: ++last, question }, output),
    printed: (pattern) => waitFor(child, output, pattern),
    stop: () => stopChild(child),
  };
}

/** In the child: answers every question with what the function makes of it. */
export function answerQuestions<Question>(answer: (question: Question) => unknown): void {
  process.on("message", async (message: Message) => {
    const { id, question } = message;
    try {
      process.send?.({ id, answer: await answer(question as Question) }); // only our own parent asks
    } catch (error) {
      process.send?.({
        id,
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
}

interface Output {
  text: string;
}

function collect(child: ChildProcess): Output {
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output.text = `${output.text}${chunk}`.slice(-20_000);
    });
  return output;
}

function askChild<Answer>(child: ChildProcess, message: Message, output: Output): Promise<Answer> {
  return new Promise((ok, fail) => {
    const onExit = () => finish(() => fail(new Error(`A part of the measurement ended:\n${output.text}`)));
    const onMessage = ({ id, answer, failure }: Message) => {
      if (id !== message.id) return;
      finish(() => (failure ? fail(new Error(failure)) : ok(answer as Answer))); // the asker knows what it asked
    };
    const finish = (then: () => void) => {
      child.off("exit", onExit).off("message", onMessage);
      then();
    };
    child.on("exit", onExit).on("message", onMessage);
    child.send(message, (error) => error && finish(() => fail(error)));
  });
}

function waitFor(child: ChildProcess, output: Output, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((ok, fail) => {
    const look = () => {
      const found = pattern.exec(output.text);
      if (found) ok(found);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", look);
    child.on("exit", () => fail(new Error(`It ended before it was ready:\n${output.text}`)));
    look();
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((ok) => {
    child.once("exit", () => ok());
    child.kill("SIGTERM");
  });
}
