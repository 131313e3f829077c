import { flushSync, mount } from 'svelte';
import { driveModel } from './driver';
import Lines, { held } from './lines.svelte';

mount(Lines, { target: document.getElementById('root')! });
driveModel({
  apply(change, random) {
    held.apply(change);
    if (random() < 0.2) flushSync();
  },
  model: () => held.model(),
});
