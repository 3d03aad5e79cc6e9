"use client";

import { PlainPage } from "@/components/shell/PlainPage";
import "@/app/globals.css";

/** The last resort, when the layout itself could not be made: it brings its own document. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <PlainPage title="Backsolve could not start this page.">
          Something went wrong on our side. What you had saved is safe.{" "}
          <button type="button" className="why" onClick={reset}>
            try again
          </button>
          {error.digest && <> · The number to quote is {error.digest}.</>}
        </PlainPage>
      </body>
    </html>
  );
}
