// One member of a form, by its schema. The input is the only state; a text that is being typed is kept beside it.
import { pointer } from './draft.js'
import { plain, t, word } from './language.js'
import { kind, resolved, values } from './schema.js'
import { Button, Said, html, isObject, useEffect, useLayoutEffect, useState } from './view.js'

const filled = (list) => (list.length ? list : undefined)

const parsed = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
const rows = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean)

/** How texts stand for values: [value of a text, text of a value]. What does not fit is sent as it is: the server tells what is wrong. */
const write = (value) => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))
const exact = (value) => (typeof value === 'string' && parsed(value) !== value ? JSON.stringify(value) : write(value))
const text = [(typed) => typed || undefined, write]
const any = [(typed) => (typed ? parsed(typed) : undefined), exact]
const numeric = [(typed) => (/^\s*-?\d+(\.\d+)?\s*$/.test(typed) ? Number(typed) : typed || undefined), write]
const lines = [(typed) => filled(rows(typed)), (value) => (Array.isArray(value) ? value.map(write).join('\n') : write(value))]
const pairs = [
  (typed) => filled(rows(typed)) && Object.fromEntries(rows(typed).map((line) => line.split(/\s*=\s*(.*)/s)).map(([name, value = '']) => [name, parsed(value)])),
  (value) => (isObject(value) ? Object.entries(value).map(([name, each]) => `${name} = ${exact(each)}`).join('\n') : write(value)),
]
const MEANINGS = { text, long: text, integer: numeric, number: numeric, any, lines, map: pairs }

function TextControl({ shape, value, set, ...rest }) {
  const [read, show] = MEANINGS[shape]
  const [typed, setTyped] = useState(show(value))
  useLayoutEffect(() => {
    if (JSON.stringify(read(typed)) !== JSON.stringify(value)) setTyped(show(value))
  }, [value])
  const all = { ...rest, value: typed, spellcheck: false, autocomplete: 'off', dir: 'auto', onInput: ({ target }) => {
    setTyped(target.value)
    set(read(target.value))
  } }
  return ['long', 'lines', 'map'].includes(shape)
    ? html`<textarea ...${all} rows=${Math.min(8, typed.split('\n').length)} placeholder=${shape === 'map' ? t('onePair') : shape === 'lines' ? t('oneLine') : ''} />`
    : html`<input ...${all} />`
}

function Select({ options, value, set, none, ...rest }) {
  const asked = JSON.stringify(value)
  const all = options.map((option) => JSON.stringify(option))
  if (asked && !all.includes(asked)) all.push(asked)
  return html`
    <select ...${rest} value=${asked ?? ''} onChange=${({ target }) => set(target.value ? JSON.parse(target.value) : undefined)}>
      <option value="">${none}</option>
      ${all.map((option) => html`<option value=${option}>${plain(JSON.parse(option))}</option>`)}
    </select>`
}

function Choices({ options, value, set }) {
  const chosen = Array.isArray(value) ? value : []
  return html`<div class="choices">${options.map((option) => html`
    <label><input type="checkbox" checked=${chosen.includes(option)} onChange=${({ target }) => set(filled(options.filter((each) => (each === option ? target.checked : chosen.includes(each)))))} /> ${option}</label>`)}</div>`
}

/** A member with its label, its control, what it means, and what is wrong with it. */
function Field({ name, required, value, ...part }) {
  const { schema, path, change, faults } = part
  const within = resolved(schema, part.root)
  const shape = kind(within)
  const id = 'f' + pointer(path)
  const wrong = faults(path)
  const set = (next) => change(path, next)
  const title = html`<b>${word(name)}</b> <code>${name}</code>${required && html` <span class="must">${t('required')}</span>`}`
  const notes = html`
    <p class="hint" id="${id}-hint"><${Said} of=${schema.description ?? ''} /></p>
    ${wrong.length > 0 && html`<ul class="fault" id="${id}-fault">${wrong.map((fault) => html`<li><${Said} of=${fault.message} />${fault.suggestion !== null && html` → <${Said} of=${fault.suggestion} />`}</li>`)}</ul>`}`
  const controls = { id, value, set, 'aria-describedby': `${id}-hint ${id}-fault`, 'aria-invalid': wrong.length > 0 }
  if (['object', 'items', 'choices'].includes(shape) || value === null) {
    const Within = value === null ? Cleared : shape === 'object' ? Group : shape === 'items' ? Items : Choices
    return html`
      <fieldset class="field ${wrong.length ? 'wrong' : ''}" id=${id} tabindex="-1"><legend>${title}</legend>${notes}
        <${Within} ...${part} ...${{ schema: within, value, set, required, options: shape === 'choices' && values(within.items) }} /></fieldset>`
  }
  const none = schema.default == null ? t('notSet') : t('standard', { value: plain(schema.default) })
  return html`
    <div class="field"><label for=${id}>${title}</label>
      ${['enum', 'boolean'].includes(shape) ? html`<${Select} ...${controls} none=${none} options=${within.enum ? values(within) : [true, false]} />`
        : html`<${TextControl} ...${controls} shape=${shape} />`}${notes}</div>`
}

const Cleared = ({ set }) => html`<p>${t('cleared')} <${Button} onClick=${() => set(undefined)}>${t('undo')}</${Button}></p>`

/** An object; an optional one only once it is wanted. */
const Group = ({ value, set, required, ...part }) => (!required && value === undefined
  ? html`<${Button} onClick=${() => set({})}>${t('add')}</${Button}>`
  : html`<${Members} ...${part} value=${value} />${!required && html`<${Button} is="quiet" onClick=${() => set(undefined)}>${t('remove')}</${Button}>`}`)

/** A list of objects, which may hold lists of their kind. */
function Items({ value, schema, path, ...part }) {
  const items = Array.isArray(value) ? value : []
  const at = (index) => [...path, index]
  return html`
    <ol>${items.map((item, index) => html`
      <li key=${index}><${Members} ...${part} schema=${resolved(schema.items, part.root)} path=${at(index)} value=${item} />
        <${Button} is="quiet" aria-label="${t('remove')} ${index + 1}" onClick=${() => part.change(at(index))}>${t('remove')}</${Button}></li>`)}</ol>
    <${Button} onClick=${() => part.change(at(items.length), {})}>${t('add')}</${Button}>`
}

/** All members of an object: those that are required, then the others, folded where they are many. */
export function Members({ value, hidden = [], ...part }) {
  const { schema, path, faults } = part
  const given = isObject(value) ? value : {}
  const names = Object.keys(schema.properties).filter((name) => !hidden.includes(name))
  const must = names.filter((name) => schema.required?.includes(name))
  const may = names.filter((name) => !must.includes(name))
  const count = may.filter((name) => given[name] !== undefined).length
  const wrong = may.some((name) => faults([...path, name], true).length > 0)
  const [open, setOpen] = useState(count > 0 || may.length < 7)
  useEffect(() => {
    if (wrong || count > 0) setOpen(true)
  }, [wrong, count > 0])
  const field = (name) => html`<${Field} key=${name} ...${part} ...${{ name, schema: schema.properties[name], path: [...path, name], value: given[name], required: must.includes(name) }} />`
  return html`
    ${must.map(field)}
    ${may.length > 0 && html`<details open=${open} onToggle=${({ target }) => setOpen(target.open)}><summary>${t('optional', { n: may.length })}${count > 0 && ` · ${t('given', { n: count })}`}</summary><div class="fields">${open && may.map(field)}</div></details>`}`
}
