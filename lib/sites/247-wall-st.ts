import type { Site } from './types';

export const twentyFourSevenWallSt: Site = {
  id: '247-wall-st',
  name: '24/7 Wall St.',
  hosts: ['247wallst.com'],
  quote: [/\/companies\/([a-z]{1,5})\/?$/],
  header: 'h1',
};
