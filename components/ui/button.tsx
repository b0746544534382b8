import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";
import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";

interface Look {
  variant?: ButtonVariant;
  size?: "small";
}

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({ variant, size, className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}

export type LinkButtonProps = Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <a className={buttonClass({ variant, size }, className)} {...rest} />;
}

export function buttonClass({ variant = "plain", size }: Look, more?: string): string | undefined {
  return classNames("btn", variant !== "plain" && variant, size, more);
}
