import { buttonClass } from "@/components/ui/button";

/** Pressed by the key x too. */
export function PlaceButton() {
  return (
    <button type="submit" className={buttonClass({ size: "small" })} data-key="x">
      Mark my place for all
    </button>
  );
}
