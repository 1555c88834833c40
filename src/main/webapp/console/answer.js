// What a call came to: a sentence, what is wrong, a picture, figures, rows, what to do next, and the answer as it came.
import { toolNamed } from './api.js'
import { send, workspace } from './calls.js'
import { fill } from './draft.js'
import { number, plain, seconds, t, word } from './language.js'
import { Picture } from './picture/picture.js'
import { Tables } from './table.js'
import { Button, Json, Said, html, isObject, useEffect, useRef, without } from './view.js'

/** `before` is the preview of what was applied, `wrong` the violations with their fields. */
export function Answer({ call, before, wrong, onPage }) {
  const { answer, mode } = call
  const data = answer.envelope?.data
  const reached = data?.toolName
  const output = answer.ok && data.data
  const card = useRef()
  useEffect(() => card.current.scrollIntoView(), [])
  const title = output ? (mode === 'preview' ? 'previewed' : 'result') : call.state === 'done' ? 'refusal' : call.state
  return html`
    <section ref=${card} class="card ${output ? 'good' : 'bad'}" aria-labelledby="answer">
      <div class="bar"><h2 id="answer">${t(title)}</h2>
        <span>${[answer.status && `HTTP ${answer.status}`, answer.replayed && t('replayed'), data?.durationMs !== undefined && seconds(data.durationMs), call.id].filter(Boolean).map((chip) => html`<span class="pill">${chip}</span> `)}</span></div>
      ${wrong.length === 0 && html`<p class="summary"><${Said} of=${data?.summary ?? answer.envelope?.error ?? ''} /></p>`}
      ${answer.trouble && html`<${Trouble} of=${answer}>${call.state !== 'done' && html` <${Button} onClick=${() => send(call.id)}>${t('askAgain')}</${Button}>`}</${Trouble}>`}
      ${!output && html`<ul class="plain">${wrong.map((violation) => html`
        <li>${violation.where ? html`<${Button} is="quiet mono" onClick=${() => document.getElementById('f' + violation.where)?.focus()}>${violation.pointer}</${Button}>` : html`<code>${violation.pointer}</code>`} <${Said} of=${violation.message} /></li>`)}</ul>`}
      ${reached && data.warnings.length > 0 && html`<${Warnings} of=${data.warnings} />`}
      ${output && html`
        <${Picture} toolName=${call.toolName} output=${output} />
        ${before?.answer?.ok && html`<${Comparison} before=${before.answer.envelope.data.data} after=${output} />`}
        <${Tables} output=${output} />
        <${Pages} meta=${answer.envelope.meta} next=${output.nextCursor} input=${call.body.input} onPage=${onPage} />`}
      ${reached && html`<${NextActions} of=${data.nextActions.filter((action) => !(output && mode === 'preview' && action.toolName === call.toolName))} matches=${output.matches} />`}
      <details><summary>${t('wholeAnswer')}</summary><${Json} of=${answer.envelope} /></details>
    </section>`
}

/** Why there is no good answer, and what to do; or what the server says of it. */
export const Trouble = ({ of, children }) => !of.ok && html`<p class="fault">${of.trouble ? t(of.trouble) : html`<${Said} of=${of.envelope.error} />`}${children}</p>`

export const Warnings = ({ of }) => html`<ul class="plain warnings">${of.map((warning) => html`<li><b>${warning.code}</b> <${Said} of=${warning.message} /></li>`)}</ul>`

/** Figures and truths by their path. */
const figures = (output, prefix = '') => Object.entries(output).flatMap(([name, value]) => {
  if (isObject(value)) return figures(value, `${prefix}${name}.`)
  return typeof value === 'number' || typeof value === 'boolean' || name === 'status' ? [[prefix + name, value]] : []
})

function Comparison({ before, after }) {
  const [first, second] = [new Map(figures(before)), new Map(figures(after))]
  return html`
    <table class="figures"><caption>${t('sideBySide')}</caption>
      <thead><tr><th scope="col">${t('field')}</th><th scope="col">${t('previewed')}</th><th scope="col">${t('result')}</th></tr></thead>
      <tbody>${[...new Map([...first, ...second]).keys()].map((path) => html`
        <tr class=${first.get(path) !== second.get(path) && 'differs'}><th scope="row">${path.split('.').map(word).join(' · ')}</th><td>${plain(first.get(path)) ?? '–'}</td><td>${plain(second.get(path)) ?? '–'}</td></tr>`)}</tbody></table>`
}

function Pages({ meta: { page, totalPages, total }, next, input, onPage }) {
  const more = page ? page < totalPages : next
  return (more || page > 1) && html`
    <p class="bar"><${Button} disabled=${!(page > 1)} onClick=${() => onPage({ ...input, page: page - 1 })}>${t('previous')}</${Button}>
      ${page && t('pageOf', { page: number(page), pages: number(totalPages), total: number(total) })}
      <${Button} disabled=${!more} onClick=${() => onPage(page ? { ...input, page: page + 1 } : { ...without(input, 'page'), cursor: next })}>${t('following')}</${Button}></p>`
}

/** Opens the named tool with its form filled in; nothing is called by that. */
export function follow({ toolName, organizationId, suggestedInput }, matches) {
  if (organizationId && organizationId !== workspace.get()?.organizationId) {
    workspace.set({ organizationId, name: matches?.find((match) => match.organizationId === organizationId)?.name ?? organizationId })
  }
  fill(toolName, suggestedInput)
  location.hash = `#/tools/${toolName}`
  document.querySelector('h1').focus()
}

export const NextActions = ({ of, matches }) => of.length > 0 && html`
  <h3>${t('next')}</h3>
  <ul class="plain next">${of.map((action) => html`
    <li><${Button} onClick=${() => follow(action, matches)}><${Said} of=${toolNamed(action.toolName)?.title ?? action.toolName} /></${Button}> <span class="hint"><${Said} of=${action.reason} /></span></li>`)}</ul>`
