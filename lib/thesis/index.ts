export { evaluateCompany, evaluateThesis } from './evaluate';
export { DEFAULT_OPTIONS } from './options';
