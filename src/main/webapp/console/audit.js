// Who called which tool, and what came of it: the audit log of the server, not of this page.
import { Trouble } from './answer.js'
import { ask, catalogue, personal } from './api.js'
import { workspace } from './calls.js'
import { number, seconds, t, time, word } from './language.js'
import { Button, Data, Heading, Json, Said, html, use, useEffect, useState } from './view.js'

const OUTCOMES = ['success', 'refused', 'validation_failed', 'not_found', 'invalid_state', 'preview_stale', 'internal_error']

/** Kept while other views are open. */
const wanted = personal({ from: '', to: '', toolName: '', outcome: '', subject: '', requestId: '', here: true })

/** As the server takes it; times of the form are the reader's own. */
function query(organizationId, cursor) {
  const { from, to, here, ...texts } = wanted.get()
  const moment = (local) => local && new Date(local).toISOString()
  const all = { from: moment(from), to: moment(to), ...texts, organizationId: here && organizationId, cursor }
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value))
}

export function Audit() {
  const filters = use(wanted)
  const place = use(workspace)
  const [page, setPage] = useState({ rows: [], busy: true })
  const read = async (cursor) => {
    setPage((now) => ({ ...now, busy: true }))
    const answer = await ask(`operator/audit?${query(place?.organizationId, cursor)}`)
    const { rows = [], nextCursor, lookedBackTo } = answer.ok ? answer.envelope.data : {}
    setPage((now) => ({ rows: cursor ? [...now.rows, ...rows] : rows, nextCursor, lookedBackTo, answer }))
  }
  useEffect(() => {
    read()
  }, [])
  const { rows, nextCursor, lookedBackTo, answer, busy } = page
  const faults = answer?.envelope?.data?.violations ?? []
  const filter = (name, control) => html`
    <label class="field">${word(name)} ${control({ value: filters[name], onInput: ({ target }) => wanted.set((now) => ({ ...now, [name]: target.value })) })}
      ${faults.filter((fault) => fault.pointer === '/' + name).map((fault) => html`<span class="fault"><${Said} of=${fault.message} /></span>`)}</label>`
  const moment = (rest) => html`<input type="datetime-local" step="1" max="9999-12-31T23:59:59" ...${rest} />`
  const text = (rest) => html`<input autocomplete="off" ...${rest} />`
  const choice = (options) => (rest) => html`<select ...${rest}><option value="">${t('all')}</option>${options.map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select>`
  return html`
    <${Heading} of="audit">${t('audit')}</${Heading}>
    <form class="card filters" role="search" onSubmit=${(event) => { event.preventDefault(); read() }}>
      ${filter('from', moment)}${filter('to', moment)}
      ${filter('toolName', choice(use(catalogue).map(({ name }) => [name, name])))}${filter('outcome', choice(OUTCOMES.map((outcome) => [outcome, word(outcome)])))}
      ${filter('subject', text)}${filter('requestId', text)}
      ${place && html`<label><input type="checkbox" checked=${filters.here} onChange=${({ target }) => wanted.set((now) => ({ ...now, here: target.checked }))} /> ${t('onlyHere')}</label>`}
      <button class="main" disabled=${busy}>${t('show')}</button>
    </form>
    ${answer && html`<${Trouble} of=${answer} />`}
    <p class="hint" role="status">${busy ? t('running') : t('nRows', { n: number(rows.length) })}</p>
    <ul class="plain audit">${rows.map((row) => html`<${Row} key=${row.id} row=${row} />`)}</ul>
    ${nextCursor && html`<p><${Button} disabled=${busy} onClick=${() => read(nextCursor)}>${t('following')}</${Button}> <span class="hint">${t('lookedBack', { time: time(lookedBackTo) })}</span></p>`}`
}

function Row({ row }) {
  const more = {
    requestId: row.requestId,
    organizationId: row.organizationId,
    reason: row.reason,
    affectedCounts: Object.entries(row.affectedCounts).map(([name, count]) => `${word(name)}: ${number(count)}`).join(', ') || null,
    door: `${row.door} · HTTP ${row.status} · ${seconds(row.durationMs)} · ${row.node}`,
  }
  return html`
    <li><details><summary><time>${time(row.time)}</time> <span><${Data} of=${row.toolName} mono />${[row.dryRun && t('previewed'), row.replayed && t('replayed')].filter(Boolean).map((chip) => html` <span class="pill">${chip}</span>`)}</span>
        <span class="pill ${row.outcome === 'success' ? 'done' : 'refusal'}">${word(row.outcome)}</span> <span class="hint"><${Data} of=${row.subject} /></span></summary>
      <dl>${Object.entries(more).map(([name, value]) => html`<dt>${word(name)}</dt><dd><${Data} of=${value} /></dd>`)}<dt>${t('input')}</dt><dd><${Json} of=${row.input} /></dd></dl></details></li>`
}
