import type { ReactNode } from "react";
import { Logo } from "@/components/ui/Logo";
import { Steps } from "@/components/ui/Steps";

const setUpSteps = ["You", "How you win", "People and quotas", "History"];

/** The first-run set-up, one question a page; the steps are dominos that fall as one goes. */
export function WelcomePage({
  steps = setUpSteps,
  current = 0,
  title,
  lead,
  children,
}: {
  steps?: readonly string[];
  current?: number;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <main id="main" className="welcome" tabIndex={-1}>
      <header>
        <Logo href="/" size={26} />
        <Steps steps={steps} current={current} />
      </header>
      <h1>{title}</h1>
      <p className="read mt-2 text-ink-2">{lead}</p>
      {children}
    </main>
  );
}
