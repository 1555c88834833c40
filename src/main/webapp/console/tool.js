// One tool: its form beside the JSON, preview before apply, and what came of it.
import { Answer } from './answer.js'
import { toolNamed } from './api.js'
import { calls, leave, start, workspace } from './calls.js'
import { applied, draft, edit, editText, fill, key, note, placed, pointer, previewed } from './draft.js'
import { Members } from './field.js'
import { seconds, t, word } from './language.js'
import { CONTROLS, sentences } from './schema.js'
import { Button, Heading, Said, html, use, useEffect, useRef, useState } from './view.js'
import { Picker } from './workspace.js'

/** What a tool can do to data, by word and colour. */
export const Risk = ({ of }) => html`<span class="pill ${of}">${word(of)}</span>`

export function Tool({ name }) {
  const tool = toolNamed(name)
  return tool ? html`<${Form} tool=${tool} />` : html`<${Heading} of=${name}>${t('noTool')}</${Heading}>`
}

function Form({ tool }) {
  const { name } = tool
  const { input, text, broken, reason, preview, run } = use(draft(name))
  const here = use(workspace)
  const all = use(calls)
  const [asked, setAsked] = useState(false)
  const now = key(here?.organizationId, input)
  const [before, after] = [preview, run].map((made) => all.find((call) => call.id === made?.id))
  const latest = after ?? before
  const running = latest?.state === 'running'
  const shut = broken !== null || running || (tool.requiresOrganizationId && !here)
  const seen = !run && preview?.key === now && before?.answer?.ok
  const wrong = (run ?? preview)?.key === now ? placed(latest?.answer?.envelope?.data?.data?.violations ?? [], tool.inputSchema) : []
  const faults = (path, deep) => wrong.filter(({ where }) => where === pointer(path) || (deep && where?.startsWith(pointer(path) + '/')))
  const begin = (mode, sent, as) => note(name, { ...as, [mode === 'preview' ? 'preview' : 'run']: { id: start(tool, mode, sent, reason.trim()), key: now } })
  const apply = () => begin('apply', applied(tool, input, before.answer.envelope.data.data))
  const submit = (event) => {
    event.preventDefault()
    if (tool.supportsDryRun) begin('preview', previewed(input), { run: null })
    else begin('read', input)
  }
  const onPage = (page) => {
    fill(name, page)
    note(name, { run: { id: start(tool, 'read', page), key: key(here?.organizationId, page) } })
  }
  return html`
    <a href="#/tools">${t('tools')}</a>
    <${Heading} of=${name}><${Said} of=${tool.title} /></${Heading}>
    <p><code>${name}</code> <${Risk} of=${tool.riskLevel} /></p>
    <p class="lead"><${Said} of=${tool.description} /></p>
    ${tool.requiresOrganizationId && !here && html`<section class="card"><p>${t('needsWorkspace')}</p><${Picker} /></section>`}
    <form onSubmit=${submit} novalidate>
      <div class="beside">
        <section class="card" aria-labelledby="form" inert=${broken !== null}><h2 id="form">${t('form')}</h2>
          <${Members} ...${{ schema: tool.inputSchema, root: tool.inputSchema, path: [], value: input, change: (path, value) => edit(name, path, value), faults, hidden: CONTROLS }} /></section>
        <section class="card raw"><div class="bar"><h2 id="raw">JSON</h2>
            <span>${tool.examples.map((example, index) => html`<${Button} is="quiet" title=${example.description} onClick=${() => fill(name, example.input)}>${t('example', { n: index + 1 })}</${Button}>`)}</span></div>
          <textarea class="mono" aria-labelledby="raw" aria-describedby="raw-fault" aria-invalid=${broken !== null} spellcheck=${false} dir="ltr" rows=${Math.min(28, text.split('\n').length + 2)} value=${text} onInput=${({ target }) => editText(name, target.value)} />
          <p class="fault" id="raw-fault" role="status">${broken !== null && t('broken', { why: broken })}</p></section>
      </div>
      <div class="actions card">
        <label class="field">${t('reason')} <input maxlength="500" value=${reason} autocomplete="off" onInput=${({ target }) => note(name, { reason: target.value })} /></label>
        <button class="main" disabled=${shut}>${t(tool.supportsDryRun ? 'preview' : 'run')}</button>
        ${tool.supportsDryRun && html`
          <${Button} is=${tool.riskLevel === 'destructive' ? 'danger' : 'second'} disabled=${shut || !seen} aria-describedby="apply" onClick=${() => (tool.riskLevel === 'destructive' ? setAsked(true) : apply())}>${t('apply')}</${Button}>
          <p id="apply" class="hint">${t(seen ? 'applyReady' : 'applyFirst')}</p>`}
      </div>
    </form>
    ${asked && html`<${Confirmation} name=${name} summary=${before.answer.envelope.data.summary} onCancel=${() => setAsked(false)} onConfirm=${apply} />`}
    <p class="hidden" role="status">${running ? t('running') : latest?.answer?.envelope?.data?.summary ?? ''}</p>
    ${running ? html`<section class="card"><${Running} call=${latest} /><p class="hint">${t('runningNote')}</p></section>`
      : latest && html`<${Answer} call=${latest} before=${run && before} wrong=${wrong} onPage=${onPage} />`}
    ${[['takes', tool.inputSchema], ['answers', tool.outputSchema]].map(([title, schema]) => html`
      <details class="card"><summary>${t(title)}</summary><ul class="plain">${sentences(schema).map((member) => html`
        <li class="d${member.depth}"><code>${member.name}</code> ${member.text} <span class="hint"><${Said} of=${member.description ?? ''} /></span></li>`)}</ul></details>`)}`
}

/** How long a call has been under way. */
export function Running({ call }) {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 200)
    return () => clearInterval(timer)
  }, [])
  return html`<p><span class="dot" /> ${t('running')} <span aria-hidden="true">${seconds(Date.now() - call.started)}</span> <${Button} is="quiet" onClick=${() => leave(call.id)}>${t('stopWaiting')}</${Button}></p>`
}

/** What can't be taken back is typed before it is done. */
function Confirmation({ name, summary, onConfirm, onCancel }) {
  const dialog = useRef()
  const [typed, setTyped] = useState('')
  const right = typed.trim() === name
  // the focus goes back to where it was
  const close = () => dialog.current.close()
  useEffect(() => dialog.current.showModal(), [])
  return html`
    <dialog ref=${dialog} aria-labelledby="confirm" onClose=${onCancel}>
      <form onSubmit=${(event) => { event.preventDefault(); if (right) { close(); onConfirm() } }}>
        <h2 id="confirm">${t('confirm')}</h2><p><${Said} of=${summary} /></p>
        <label class="field">${t('confirmType')} <code>${name}</code> <input value=${typed} autocomplete="off" spellcheck=${false} onInput=${({ target }) => setTyped(target.value)} /></label>
        <div class="bar"><${Button} onClick=${close}>${t('cancel')}</${Button}><button class="danger" disabled=${!right}>${t('apply')}</button></div>
      </form></dialog>`
}
