import type { ButtonHTMLAttributes, ReactNode } from "react";

type Look = "plain" | "primary" | "quiet";

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; big?: boolean };

/** Ink fills the one primary action of a screen; the accent is kept for results and links. */
export function Button({ look = "plain", big = false, className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, big, className)} {...rest} />;
}

export type ButtonLinkProps = { href: string; look?: Look; big?: boolean; children: ReactNode };

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, look = "plain", big = false, children }: ButtonLinkProps) {
  return (
    <a href={href} className={buttonClass(look, big)}>
      {children}
    </a>
  );
}

function buttonClass(look: Look, big: boolean, extra?: string): string {
  return ["btn", look === "plain" ? "" : look, big ? "big" : "", extra].filter(Boolean).join(" ");
}
