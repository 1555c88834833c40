// A bar as SVG; its figure always stands beside it as text.
import { number } from '../language.js'
import { Data, html } from '../view.js'

const share = (value, of) => `${of > 0 ? (100 * value) / of : 0}%`

/** Segments are [value, tone], one after the other. */
export function Bar({ segments, of }) {
  let end = 0
  return html`
    <svg class="bar-line" aria-hidden="true"><rect class="track" width="100%" height="100%" />
      ${segments.map(([value, tone]) => {
        const x = share(end, of)
        end += value
        return value > 0 && tone && html`<rect class=${tone} x=${x} width=${share(value, of)} height="100%" />`
      })}</svg>`
}

/** Lines of a chart: { label, value, segments, note }. */
export const Lines = ({ title, rows, of = Math.max(...rows.map((row) => row.value)) }) => html`
  <figure><figcaption>${title}</figcaption>
    <ul class="plain lines">${rows.map(({ label, value, segments, note }) => html`
      <li><${Data} of=${label} /><${Bar} of=${of} segments=${segments} /><span>${number(value)}${note && html` <small>${note}</small>`}</span></li>`)}</ul></figure>`
