// Words, numbers and times in the reader's language.
import en from './text/en.js'
import fr from './text/fr.js'
import { store } from './view.js'

export const language = store(navigator.language.startsWith('fr') ? 'fr' : 'en')

const tell = () => {
  document.documentElement.lang = language.get()
  document.title = t('title')
}

export const dictionary = () => ({ en, fr })[language.get()]

/** A sentence; {names} in it take their values. */
export const t = (key, values) => dictionary().say[key].replace(/\{(\w+)\}/g, (_, name) => values[name])

/** A name of the contract as people read it. */
export const word = (name) => dictionary().words[name] ?? human(name)

const human = (name) => {
  const text = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/_/g, ' ').toLowerCase()
  return text[0].toUpperCase() + text.slice(1)
}

/** With the reader's own habits of that language, where the browser knows them. */
const locale = () => navigator.languages.find((each) => each.startsWith(language.get())) ?? language.get()

export const number = (value) => value.toLocaleString(locale(), { maximumFractionDigits: 2 })

export const percent = (share) => share.toLocaleString(locale(), { style: 'percent' })

export const time = (moment) => new Date(moment).toLocaleString(locale(), { dateStyle: 'short', timeStyle: 'medium' })

export const seconds = (millis) => number(Math.round(millis / 100) / 10) + ' s'

/** A plain value of an answer. */
export const plain = (value) => (typeof value === 'boolean' ? t(value ? 'yes' : 'no') : typeof value === 'number' ? number(value) : value)

language.watch(tell)
tell()
