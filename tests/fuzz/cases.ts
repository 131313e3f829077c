/** How many cases each property is tried with. */
export const CASES = {
  messages: 40_000,
  patches: 8_000,
  optionsFiles: 20_000,
  csv: 20_000,
  providers: 20_000,
  wholeLists: 60,
  dataFiles: 12_000,
  checkedFiles: 1_500,
  deltas: 4_000,
};
