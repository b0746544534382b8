/** The form that boxes in a list belong to. */
export const chooseForm = "choose-tickets";

/** Chooses a ticket of a list for the form that changes several. It sends the version that was seen. */
export function ChooseBox({ number, version }: { number: number; version: number }) {
  return (
    <input
      type="checkbox"
      className="choose"
      form={chooseForm}
      name={`t.${number}`}
      value={version}
      aria-label={`Choose T-${number}`}
      data-choose
    />
  );
}
