/** A version in CHANGELOG.md, in the form of keepachangelog.com. */
export interface Release {
  version: string;
  /** Day of the release, as in 2026-11-25. */
  date: string;
  /** What users get, as Markdown. */
  notes: string;
}

const HEADING = /^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$/;

/** The released versions, newest first as they stand there. */
export function releasesIn(changelog: string): Release[] {
  return changelog.split(/^(?=## )/m).flatMap((part) => {
    const [heading = '', ...rest] = part.split('\n');
    const [, version, date] = HEADING.exec(heading) ?? [];
    return version && date ? [{ version, date, notes: rest.join('\n').trim() }] : [];
  });
}

/** The release that a tag stands for. Throws in plain words when tag, package and changelog do not agree. */
export function releaseOf(tag: string, packageVersion: string, changelog: string): Release {
  if (tag !== `v${packageVersion}`) {
    throw new Error(
      `The tag is ${tag}, but package.json says ${packageVersion}: the tag must be v${packageVersion}.`,
    );
  }
  const newest = releasesIn(changelog)[0];
  if (newest?.version !== packageVersion) {
    throw new Error(
      `CHANGELOG.md begins with ${newest?.version ?? 'no version'}, but package.json says ${packageVersion}.`,
    );
  }
  if (!newest.notes) throw new Error(`CHANGELOG.md says nothing of ${packageVersion}.`);
  return newest;
}
