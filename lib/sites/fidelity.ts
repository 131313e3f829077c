import type { Site } from './types';

export const fidelity: Site = {
  id: 'fidelity',
  name: 'Fidelity',
  hosts: ['fidelity.com'],
};
