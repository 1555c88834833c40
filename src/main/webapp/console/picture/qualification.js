// A qualification: its score as the sum of its parts, and its values.
import { number, plain, t, word } from '../language.js'
import { Data, html } from '../view.js'
import { Bar } from './bar.js'

const TONES = ['accent', 'good', 'warn', 'calm', 'lost']

export function Qualification({ output }) {
  const { qualification, scoreParts = {}, mostScore, missingRequired = [] } = output
  const { score, status, values } = qualification
  const fields = output.fields ?? Object.entries(values ?? {}).map(([key, value]) => ({ key, label: key, value }))
  return html`
    <figure><figcaption>${t('score')} <span class="pill">${word(status)}</span></figcaption>
      <p><b class="big">${plain(score) ?? '–'}</b>${mostScore && ` / ${number(mostScore)}`}</p>
      <${Bar} of=${mostScore ?? score} segments=${Object.values(scoreParts).map((points, index) => [points, TONES[index % TONES.length]])} />
      <table class="figures"><caption class="hidden">${t('score')}</caption>
        <thead><tr>${['field', 'value', 'points'].map((column) => html`<th scope="col">${t(column)}</th>`)}</tr></thead>
        <tbody>${fields.map(({ key, label, value }) => html`
          <tr class=${missingRequired.some((each) => (each.key ?? each) === key) && 'differs'}><th scope="row"><${Data} of=${label} /></th><td><${Data} of=${Array.isArray(value) ? value.join(', ') : plain(value)} /></td><td>${scoreParts[key] && `+${number(scoreParts[key])}`}</td></tr>`)}</tbody></table></figure>`
}
