import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/SkipLink";
import "@/app/globals.css";

/** A page made at build time would have no nonce for its scripts, and would read a database that is not there. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Backsolve", template: "%s · Backsolve" },
  description: "Works backward from the quota to what each person can do today, and shows why.",
  icons: { icon: "/icon.svg" },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={GeistSans.variable} data-theme={await chosenTheme()}>
      <body>
        <SkipLink />
        {children}
      </body>
    </html>
  );
}

/** Nothing chosen: the reader's system decides, in the style sheet. */
async function chosenTheme(): Promise<"light" | "dark" | undefined> {
  const theme = (await cookies()).get("theme")?.value;
  return theme === "light" || theme === "dark" ? theme : undefined;
}
