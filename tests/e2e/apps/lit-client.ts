import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { driveModel } from './driver';
import { type Line, type Model, START } from './model';

/** Lit with shadow roots: one around all, one in each line, and text of the page in a slot. */
class SampleLines extends LitElement {
  static override properties = { model: {} };
  declare model: Model;

  override render() {
    const { title, table, lines } = this.model;
    return html`
      <h1>${title}</h1>
      <slot></slot>
      <p>${lines.length} lines, <b>${lines.filter(({ open }) => open).length}</b> open; first ${lines[0]?.text}</p>
      ${
        table
          ? html`<table><tbody>${repeat(
              lines,
              ({ id }) => id,
              ({ text, price }) => html`<tr><td>${text}</td><td>${price}</td></tr>`,
            )}</tbody></table>`
          : html`<ul>${repeat(
              lines,
              ({ id }) => id,
              (line) => html`<li><sample-line .line=${line}></sample-line></li>`,
            )}</ul>`
      }`;
  }
}

class SampleLine extends LitElement {
  static override properties = { line: {}, presses: { state: true } };
  declare line: Line;
  declare presses: number;

  constructor() {
    super();
    this.presses = 0;
  }

  override render() {
    return html`${this.line.text} at ${this.line.price} ${this.line.open ? html`<p>${this.line.text}</p>` : nothing}
      <button type="button" @click=${() => this.presses++}>${this.presses}</button>`;
  }
}

customElements.define('sample-line', SampleLine);
customElements.define('sample-lines', SampleLines);
const app = document.createElement('sample-lines') as SampleLines;
app.model = START;
app.append('In the slot: Shake Shack (NYSE: SHAK) stands here.');
document.getElementById('root')!.append(app);
driveModel({
  apply(change) {
    app.model = change(app.model);
  },
  model: () => app.model,
  settled: () => app.updateComplete.then(() => undefined),
});
