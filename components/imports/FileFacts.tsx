/** What the file is, in pairs: source, rows, text, dates, zone, owners. */
export function FileFacts({ facts }: { facts: readonly { name: string; text: string }[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  );
}
