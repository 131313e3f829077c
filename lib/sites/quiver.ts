import type { Site } from './types';

export const quiver: Site = {
  id: 'quiver',
  name: 'Quiver Quantitative',
  hosts: ['quiverquant.com'],
  header: 'h1',
};
