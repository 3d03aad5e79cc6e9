"use client";

import { PlainPage } from "@/components/shell/PlainPage";

/** What a surprise looks like to a person: what happened, that nothing was lost, what to do, and a word to quote. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PlainPage title="This page could not be shown.">
      Something went wrong on our side. What you had saved is safe.{" "}
      <button type="button" className="why" onClick={reset}>
        try again
      </button>
      {error.digest && <> · If it stays, tell whoever runs Backsolve this number: {error.digest}.</>}
    </PlainPage>
  );
}
