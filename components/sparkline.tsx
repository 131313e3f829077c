interface Props {
  /** In order of time, at least two. */
  values: readonly number[];
  width?: number;
  height?: number;
}

/** The shape of a price over time, without a scale; the numbers stand elsewhere. */
export function Sparkline({ values, width = 64, height = 18 }: Props) {
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const points = values
    .map((value, i) => {
      const x = 1 + (i / (values.length - 1)) * (width - 2);
      const y = height - 2 - ((value - low) / range) * (height - 4);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <polyline points={points} />
    </svg>
  );
}
