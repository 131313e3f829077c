import type { TabReport } from '../messages';

/** What one frame of a tab tells. */
export interface FrameReport {
  frame: number;
  report: TabReport;
}

/** The report of a whole tab: the page's own, and after it what its frames hold. */
export function mergeReports(frames: readonly FrameReport[]): TabReport | undefined {
  const sorted = frames.toSorted((a, b) => a.frame - b.frame);
  const top = sorted[0]?.frame === 0 ? sorted[0].report : undefined;
  return (
    top && {
      ...top,
      mentions: sorted.flatMap(({ frame, report }) =>
        report.mentions.map((mention) => ({ ...mention, frame })),
      ),
      errors: sorted.flatMap(({ report }) => report.errors),
    }
  );
}
