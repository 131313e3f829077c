export { evaluateCompany, evaluateThesis } from './evaluate';
export { DEFAULT_OPTIONS } from './options';
export { companySensitivity, thesisSensitivity } from './sensitivity';
