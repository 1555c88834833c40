// The only module that knows the token. It lives in this variable: not in storage, cookies or addresses.
import { store } from './view.js'

const BASE = new URL('../', import.meta.url)
let token = null

/** Who is in, as { subject, issuer }; or null, with the answer that is the reason, or none where the person left. */
export const session = store({ who: null, reason: null })

export const catalogue = store([])

export const toolNamed = (name) => catalogue.get().find((tool) => tool.name === name)

/** What the token says of itself, for show: the server decides whether that is true. */
function claims() {
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0))
    const { sub, upn, iss } = JSON.parse(new TextDecoder().decode(bytes))
    return { subject: sub ?? upn, issuer: iss }
  } catch {
    return { subject: '?', issuer: '?' }
  }
}

/** Whoever comes after somebody else sees nothing of theirs; who only needs a new token goes on. */
const owner = store()
export const onLeave = owner.watch

/** A store of what one person does. */
export function personal(empty) {
  const made = store(empty)
  onLeave(() => made.set(empty))
  return made
}

export async function signIn(text) {
  token = text.trim().replace(/^Bearer\s+/i, '')
  // what can't stand in a header would look like a network that is down
  const answer = /^[!-~]+$/.test(token) ? await ask('agent/capabilities') : { trouble: 'unauthenticated' }
  if (!answer.ok) return signOut(answer)
  catalogue.set(answer.envelope.data.tools)
  const who = claims()
  const name = `${who.issuer} ${who.subject}`
  if (name !== owner.get()) owner.set(name)
  session.set({ who, reason: null })
}

export function signOut(reason) {
  token = null
  if (!reason) owner.set()
  session.set({ who: null, reason })
}

const TROUBLES = { 401: 'unauthenticated', 413: 'tooLarge', 429: 'limited', 503: 'unavailable', super_admin_required: 'role', module_disabled: 'module', request_in_progress: 'inProgress' }

/** Asks the server and never throws: { ok, status, envelope, trouble, replayed }, trouble being what a person can act on. */
export async function ask(path, body, signal) {
  let response
  let text
  try {
    const headers = { Authorization: `Bearer ${token}` }
    const post = body && { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
    response = await fetch(new URL(path, BASE), { headers, ...post, cache: 'no-store', credentials: 'omit', redirect: 'error', signal })
    text = await response.text()
  } catch (failure) {
    return { ok: false, trouble: failure.name === 'AbortError' ? 'stopped' : 'network' }
  }
  const { status } = response
  let envelope = null
  try {
    envelope = JSON.parse(text)
  } catch {
    // a proxy between may answer something else
  }
  const data = envelope?.data
  const ok = envelope?.success === true
  const trouble = ok ? null : TROUBLES[status] ?? TROUBLES[data?.data?.code ?? data?.code] ?? (status >= 500 || !envelope ? 'failed' : null)
  const answer = { ok, status, envelope, trouble, replayed: response.headers.get('Idempotent-Replayed') === 'true' }
  if (status === 401 && session.get().who) signOut(answer)
  return answer
}
