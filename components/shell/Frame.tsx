import type { ReactNode } from "react";
import { type NavItem, Rail, type RailProps } from "@/components/shell/Rail";
import { TabBar } from "@/components/shell/TabBar";
import { Toaster } from "@/components/ui/Toaster";

/** The frame around every signed-in page. */
export function Frame({ rail, tabs, children }: { rail: RailProps; tabs: NavItem[]; children: ReactNode }) {
  return (
    <>
      <div className="frame">
        <Rail {...rail} />
        <main id="main" className="page" tabIndex={-1}>
          {children}
        </main>
      </div>
      <TabBar items={tabs} />
      <Toaster />
    </>
  );
}
