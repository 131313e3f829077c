import { nextTick } from 'vue';
import { driveModel } from './driver';
import { createVue } from './vue';

const { app, model } = createVue();
app.mount('#root');
driveModel({
  apply: (change) => {
    model.value = change(model.value);
  },
  model: () => model.value,
  settled: () => nextTick(),
});
