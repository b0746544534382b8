"use client";
import { useContext } from "react";
import { FormContext } from "@/components/forms/form-context";

/** What was ticked before the form was refused, still ticked; and a way to tick all that the page shows. */
export function ChosenBoxes() {
  const { state } = useContext(FormContext);
  const chosen = Object.entries(state.status === "refused" ? (state.values ?? {}) : {}).flatMap(
    ([name, version]) => (/^t\.\d+$/.test(name) ? [{ name, version }] : []),
  );
  return (
    <>
      <button type="button" className="btn small plain js-only" onClick={tickAll}>
        Tick all on this page
      </button>
      {chosen.length > 0 && (
        <fieldset className="field">
          <legend>Chosen before</legend>
          <div className="picks">
            {chosen.map(({ name, version }) => (
              <div className="choice" key={name}>
                <input type="checkbox" id={`again-${name}`} name={name} value={version} defaultChecked />
                <label htmlFor={`again-${name}`}>{name.replace("t.", "T-")}</label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

function tickAll(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-choose]")];
  const all = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !all;
}
