// The calls of this page, each with the requestId under which it can be asked about again.
import { ask, onLeave, personal } from './api.js'

const KEPT = 50
const waiting = new Map()

/** Latest first: { id, toolName, mode, body, state, started, answer }. */
export const calls = personal([])

/** Where calls are made: { organizationId, name }, or null. */
export const workspace = personal(null)

onLeave(() => waiting.forEach((controller) => controller.abort()))

/** Also where the page is no secure context, which randomUUID() needs. */
const newId = () => 'console-' + Array.from(crypto.getRandomValues(new Uint8Array(16)), (each) => each.toString(16).padStart(2, '0')).join('')

const change = (id, members) => calls.set((all) => all.map((call) => (call.id === id ? { ...call, ...members } : call)))

/** Starts a call, which goes on when its view is left. Mode: read, preview or apply. */
export function start(tool, mode, input, reason) {
  const id = newId()
  const organizationId = tool.requiresOrganizationId ? workspace.get().organizationId : undefined
  const body = { organizationId, input, reason: reason || undefined, requestId: id }
  calls.set((all) => [{ id, toolName: tool.name, mode, body }, ...all].filter((call, index) => index < KEPT || call.state === 'running'))
  send(id)
  return id
}

/** Sends a call, or the very same again: nothing is done twice, the answer is had again. */
export async function send(id) {
  const { toolName, body } = calls.get().find((call) => call.id === id)
  const controller = new AbortController()
  waiting.set(id, controller)
  change(id, { state: 'running', started: Date.now() })
  const answer = await ask(`agent/tools/${toolName}`, body, controller.signal)
  waiting.delete(id)
  const open = ['network', 'unavailable', 'inProgress', 'failed', 'unauthenticated'].includes(answer.trouble)
  change(id, { state: answer.trouble === 'stopped' ? 'left' : open ? 'lost' : 'done', answer })
}

/** Stops waiting; the server goes on. */
export const leave = (id) => waiting.get(id)?.abort()

/** Reads for a view, without a place in the list. */
export const look = (toolName, input) => ask(`agent/tools/${toolName}`, { organizationId: toolName === 'crm_resolve_workspace' ? undefined : workspace.get().organizationId, input })

addEventListener('beforeunload', (event) => {
  if (calls.get().some((call) => call.state === 'running' && call.mode === 'apply')) event.preventDefault()
})
