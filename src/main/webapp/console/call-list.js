// The calls of this page: what is under way, what ended, what was left and can be asked about again.
import { Trouble } from './answer.js'
import { toolNamed } from './api.js'
import { calls, send } from './calls.js'
import { fill, key } from './draft.js'
import { t, time } from './language.js'
import { Running } from './tool.js'
import { Button, Heading, Said, html, use } from './view.js'

/** Shows a call where it was made: arguments, and what came of them. */
function show({ id, toolName, mode, body }) {
  const made = { id, key: key(body.organizationId, body.input) }
  fill(toolName, body.input, mode === 'preview' ? { preview: made } : { run: made })
  location.hash = `#/tools/${toolName}`
}

export function Calls() {
  const all = use(calls)
  return html`
    <${Heading} of="calls">${t('calls')}</${Heading}>
    <p class="lead">${t('callsNote')}</p>
    <ul class="plain">${all.map((call) => {
      const { answer, state } = call
      return html`
        <li key=${call.id} class="card"><div class="bar"><b><${Said} of=${toolNamed(call.toolName).title} /></b><span class="pill ${state === 'done' && !answer.ok ? 'refusal' : state}">${t(state === 'done' && !answer.ok ? 'refusal' : state)}</span></div>
          <p class="hint">${t(call.mode === 'preview' ? 'previewed' : call.mode)} · ${time(call.started)} · <code>${call.id}</code></p>
          ${state === 'running' ? html`<${Running} call=${call} />` : answer.envelope?.data?.summary ? html`<p><${Said} of=${answer.envelope.data.summary} /></p>` : html`<${Trouble} of=${answer} />`}
          <p><${Button} onClick=${() => show(call)}>${t('open')}</${Button}> ${['lost', 'left'].includes(state) && html`<${Button} onClick=${() => send(call.id)}>${t('askAgain')}</${Button}>`}</p></li>`
    })}</ul>`
}
