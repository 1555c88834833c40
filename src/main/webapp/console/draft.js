// What is being prepared for each tool: one input, shown as form and as JSON, and the calls that it led to.
import { onLeave } from './api.js'
import { CONTROLS, kind, resolved } from './schema.js'
import { isObject, store, without, written } from './view.js'

const drafts = new Map()
const EMPTY = { input: {}, text: '{}', broken: null, reason: '', preview: null, run: null }

export function draft(toolName) {
  if (!drafts.has(toolName)) drafts.set(toolName, store(EMPTY))
  return drafts.get(toolName)
}

onLeave(() => drafts.clear())

export const note = (toolName, members) => draft(toolName).set((now) => ({ ...now, ...members }))

/** A copy with another value at a path of keys; undefined takes the member, or the item of a list, away. */
function changed(value, [key, ...rest], next) {
  if (key === undefined) return next
  const list = typeof key === 'number'
  const copy = list ? [...(Array.isArray(value) ? value : [])] : { ...(isObject(value) && value) }
  const child = changed(copy[key], rest, next)
  if (child !== undefined) copy[key] = child
  else if (list) copy.splice(key, 1)
  else delete copy[key]
  return copy
}

/** An edit of the form. */
export function edit(toolName, path, value) {
  const input = changed(draft(toolName).get().input, path, value)
  note(toolName, { input, text: written(input), broken: null })
}

/** An edit of the JSON; while it can't be read the form waits. */
export function editText(toolName, text) {
  try {
    const input = JSON.parse(text)
    note(toolName, isObject(input) ? { text, input, broken: null } : { text, broken: '{ }' })
  } catch (unreadable) {
    note(toolName, { text, broken: unreadable.message })
  }
}

/** Takes an input that somebody suggests, without what the buttons set. */
export function fill(toolName, suggested, members) {
  const input = without(suggested, ...CONTROLS)
  draft(toolName).set({ ...EMPTY, input, text: written(input), ...members })
}

const sorted = (_, value) => (isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value)

/** Equal for equal arguments, whatever their order: what a preview is good for. */
export const key = (organizationId, input) => JSON.stringify([organizationId, without(input, ...CONTROLS)], sorted)

export const previewed = (input) => ({ ...without(input, ...CONTROLS), dryRun: true })

/** The input that does what the preview has shown. */
export const applied = (tool, input, { previewToken }) => ({
  ...without(input, ...CONTROLS),
  ...(tool.inputSchema.properties.confirm && { confirm: true }),
  ...(previewToken && { previewToken }),
})

/** Where the server says that a member of the input is wrong (RFC 6901). */
export const pointer = (path) => ['/input', ...path.map((part) => String(part).replace(/~/g, '~0').replace(/\//g, '~1'))].join('/')

/** Violations, each with the pointer of the field that shows it; without where no field does. */
export const placed = (violations, root) => violations.map((violation) => {
  const path = place(violation.pointer, root)
  return path.length > 0 && !CONTROLS.includes(path[0]) ? { ...violation, where: pointer(path) } : violation
})

function place(text, root) {
  const [, top, ...parts] = text.split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
  const path = []
  let schema = root
  for (const part of top === 'input' ? parts : []) {
    const within = resolved(schema, root)
    schema = kind(within) === 'object' ? within.properties[part] : kind(within) === 'items' && /^\d+$/.test(part) && within.items
    if (!schema) break
    path.push(kind(within) === 'items' ? Number(part) : part)
  }
  return typeof path.at(-1) === 'number' ? path.slice(0, -1) : path
}
