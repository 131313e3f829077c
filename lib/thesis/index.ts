export { evaluateCompany, evaluateThesis, spelledOut } from './evaluate';
export { type MeasureHistory, measureHistory } from './history';
export { DEFAULT_OPTIONS } from './options';
export { companySensitivity, thesisSensitivity } from './sensitivity';
