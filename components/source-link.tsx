/** Name of a source, with a link where it has an address. */
export function SourceLink({ source, url }: { source: string; url?: string }) {
  if (!url) return <>{source}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {source}
    </a>
  );
}
