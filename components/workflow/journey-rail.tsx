import { Time } from "../ui/time";

export interface JourneyStep {
  key: string;
  label: string;
  state: "done" | "current" | "ahead" | "skipped";
  at?: Date | string;
  by?: string;
  /** What has to happen before the next step; shown at the present one. */
  needs?: string;
}

const spoken: Record<JourneyStep["state"], string> = {
  done: "Done: ",
  current: "Now: ",
  ahead: "Ahead: ",
  skipped: "Skipped: ",
};

/** Where something stands on its way, and what the present step needs. */
export function JourneyRail({ steps, label }: { steps: JourneyStep[]; label: string }) {
  const present = steps.findIndex((step) => step.state === "current");
  return (
    <section className="journey" aria-label={label}>
      {present >= 0 && (
        <p className="journey-place">
          Step {present + 1} of {steps.length}
        </p>
      )}
      <ol className="rail">
        {steps.map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { step: JourneyStep }) {
  const isPresent = step.state === "current";
  return (
    <li className={step.state} aria-current={isPresent ? "step" : undefined}>
      <span className="rail-label">
        <span className="sr-only">{spoken[step.state]}</span>
        {step.label}
      </span>
      {(step.at || step.by) && (
        <span className="rail-facts">
          {step.at && <Time at={step.at} format="date" />}
          {step.by && ` ${step.by}`}
        </span>
      )}
      {isPresent && step.needs && <span className="rail-needs">{step.needs}</span>}
    </li>
  );
}
