/** The first stop of the Tab key: past the navigation to what the page says. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      Skip to the page
    </a>
  );
}
