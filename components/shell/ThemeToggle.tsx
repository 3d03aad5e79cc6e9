"use client";

import type { FormEvent } from "react";

const yearInSeconds = 365 * 24 * 60 * 60;

/**
 * Light or dark. A form that sets a cookie, so it works without JavaScript; with it the page changes at once.
 * Both buttons are in the page and the style sheet shows the one that changes something, because the server
 * cannot know what the reader's system prefers.
 */
export function ThemeToggle({ back }: { back: string }) {
  function change(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const theme = button instanceof HTMLButtonElement && button.value === "light" ? "light" : "dark";
    event.preventDefault();
    document.documentElement.dataset.theme = theme;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and on plain http
    document.cookie = `theme=${theme}; path=/; max-age=${yearInSeconds}; samesite=lax`;
  }
  return (
    <form method="post" action="/api/theme" onSubmit={change}>
      <input type="hidden" name="back" value={back} />
      <button type="submit" name="theme" value="dark" className="why theme-to-dark">
        Light or dark<span className="sr-only">: change to dark</span>
      </button>
      <button type="submit" name="theme" value="light" className="why theme-to-light">
        Light or dark<span className="sr-only">: change to light</span>
      </button>
    </form>
  );
}
