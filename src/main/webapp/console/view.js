// What every view is made of. Nothing in the console turns text into markup.
import { html, render, useEffect, useLayoutEffect, useRef, useState } from './lib/standalone.module.js'

export { html, render, useEffect, useLayoutEffect, useRef, useState }

/** A value that views watch. */
export function store(value) {
  const watchers = new Set()
  return {
    get: () => value,
    set(next) {
      value = typeof next === 'function' ? next(value) : next
      watchers.forEach((watcher) => watcher())
    },
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** The value of a store; the view is drawn again when it changes. */
export function use(from) {
  const [, again] = useState(0)
  useLayoutEffect(() => from.watch(() => again((count) => count + 1)), [from])
  return from.get()
}

/** Stored text, kept apart from what stands around it whatever direction its marks ask for. */
export const Data = ({ of, lang, mono }) => html`<bdi lang=${lang} class=${mono && 'mono'}>${of !== null && typeof of === 'object' ? JSON.stringify(of) : of ?? '–'}</bdi>`

/** What the server says in its own language. */
export const Said = ({ of }) => html`<${Data} of=${of} lang="en" />`

export const Button = ({ is = 'second', ...rest }) => html`<button type="button" class=${is} ...${rest} />`

/** The heading of a view gets the focus when it opens, so that keyboards and screen readers are where eyes are. */
export function Heading({ children, of }) {
  const heading = useRef()
  useEffect(() => heading.current.focus({ preventScroll: true }), [of])
  return html`<h1 tabindex="-1" ref=${heading}>${children}</h1>`
}

/** JSON to be read: marks that turn the direction of text are escaped, so that it reads as it is sent. */
export const written = (json) =>
  JSON.stringify(json, null, 2).replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (mark) => '\\u' + mark.charCodeAt(0).toString(16).padStart(4, '0'))

export const Json = ({ of }) => html`<pre class="mono" dir="ltr" tabindex="0">${written(of ?? null)}</pre>`

export const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value)

export const without = (object, ...names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))
