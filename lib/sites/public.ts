import type { Site } from './types';

export const publicCom: Site = {
  id: 'public',
  name: 'Public',
  hosts: ['public.com'],
  header: 'h1',
};
