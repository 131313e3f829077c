/** @jsxImportSource react */
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { driveModel, task } from './driver';
import { App, applyChange, shown } from './react';

hydrateRoot(document.getElementById('root')!, <App />, {
  onRecoverableError: (error) => console.error('recovered', String(error)),
});
driveModel({
  apply(change, random) {
    const share = random();
    if (share < 0.2) flushSync(() => applyChange(change, true));
    else applyChange(change, share < 0.7);
  },
  model: () => shown.model,
  async settled() {
    // Transitions are shown when React finds the time: wait until nothing changes any more.
    let before: unknown;
    while (before !== shown.model) {
      before = shown.model;
      await task(20);
    }
  },
});
