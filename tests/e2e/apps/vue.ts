import { createSSRApp, defineComponent, type PropType, ref, shallowRef } from 'vue';
import { type Line, type Model, START } from './model';

const Item = defineComponent({
  props: { line: { type: Object as PropType<Line>, required: true } },
  setup: () => ({ presses: ref(0) }),
  template: `
    <li>{{ line.text }} at {{ line.price }}
      <p v-if="line.open">{{ line.text }}</p>
      <button type="button" @click="presses++">{{ presses }}</button>
    </li>`,
});

/** The app on a model of its own, for the server and the page. */
export function createVue() {
  const model = shallowRef<Model>(START);
  const app = createSSRApp({
    components: { Item },
    setup: () => ({ model }),
    template: `
      <main>
        <h1>{{ model.title }}</h1>
        <p>{{ model.lines.length }} lines, <b>{{ model.lines.filter(({ open }) => open).length }}</b> open; first {{ model.lines[0]?.text }}</p>
        <table v-if="model.table"><tbody>
          <tr v-for="line in model.lines" :key="line.id"><td>{{ line.text }}</td><td>{{ line.price }}</td></tr>
        </tbody></table>
        <ul v-else><Item v-for="line in model.lines" :key="line.id" :line="line" /></ul>
      </main>`,
  });
  return { app, model };
}
