// Which campaigns share contacts: the darker, the greater a part of the smaller one.
import { number, percent, t } from '../language.js'
import { Data, html } from '../view.js'

const STEPS = 5

export function Overlap({ output: { campaigns, pairs } }) {
  const shared = new Map(pairs.flatMap((pair) => [[pair.a + pair.b, pair], [pair.b + pair.a, pair]]))
  const cell = (row, column) => {
    if (row === column) return html`<td class="self">${number(row.contacts)}</td>`
    const pair = shared.get(row.campaignId + column.campaignId)
    const part = pair && Math.max(pair.shareOfA, pair.shareOfB)
    return pair ? html`<td class="h${Math.ceil(part * STEPS)}">${number(pair.shared)}<small>${percent(part)}</small></td>` : html`<td>0</td>`
  }
  return html`
    <figure><figcaption>${t('overlap')}</figcaption>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('overlap')}><table class="heat">
        <thead><tr><td />${campaigns.map((campaign, index) => html`<th scope="col" title=${campaign.name}>${index + 1}</th>`)}<th scope="col">${t('alone')}</th></tr></thead>
        <tbody>${campaigns.map((row, index) => html`<tr><th scope="row">${index + 1} · <${Data} of=${row.name} /></th>${campaigns.map((column) => cell(row, column))}<td>${number(row.exclusive)}</td></tr>`)}</tbody></table></div></figure>`
}
