declare module '*.svelte' {
  import type { Component } from 'svelte';
  import type { ModelApp } from './driver';

  export const held: Pick<ModelApp, 'apply' | 'model'>;
  const component: Component;
  export default component;
}
