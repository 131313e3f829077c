/** One production dependency, as docs/dependencies.md tells it. */
export interface DependencyRow {
  name: string;
  version: string;
  license: string;
  /** KB of 1,000 bytes, minified and packed, of what the extension uses. */
  minified: number;
  gzip: number;
  /** Day on which this version was published, as in 2026-11-25. */
  released: string;
  why: string;
}

const HEAD = [
  '| package | version | license | minified, KB | packed, KB | released | why |',
  '| --- | --- | --- | ---: | ---: | --- | --- |',
];

/** The rows of the table in a document. */
export function readTable(document: string): DependencyRow[] {
  return document
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const [name = '', version = '', license = '', minified, gzip, released = '', why = ''] = cells;
      return {
        name: name.replaceAll('`', ''),
        version,
        license,
        minified: Number(minified),
        gzip: Number(gzip),
        released,
        why,
      };
    });
}

/** The document with other rows in its table. Throws when it holds no table. */
export function writeTable(document: string, rows: DependencyRow[]): string {
  const lines = document.split('\n');
  const start = lines.indexOf(HEAD[0]!);
  if (start < 0) throw new Error('The document holds no table of dependencies.');
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const text = rows.map(
    ({ name, version, license, minified, gzip, released, why }) =>
      `| \`${name}\` | ${version} | ${license} | ${minified.toFixed(1)} | ${gzip.toFixed(1)} | ${released} | ${why} |`,
  );
  return [...lines.slice(0, start), ...HEAD, ...text, ...lines.slice(start + length)].join('\n');
}
