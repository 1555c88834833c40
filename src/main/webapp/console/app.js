// The frame around all views. Addresses name views and tools, nothing else.
import { session, signIn, signOut } from './api.js'
import { Trouble } from './answer.js'
import { Audit } from './audit.js'
import { Calls } from './call-list.js'
import { calls } from './calls.js'
import { Catalogue } from './catalogue.js'
import { language, t } from './language.js'
import { Overview } from './overview.js'
import { Tool } from './tool.js'
import { Button, Data, Heading, html, render, store, use, useRef, useState } from './view.js'
import { Switch } from './workspace.js'

const place = store(location.hash)
addEventListener('hashchange', () => {
  place.set(location.hash)
  scrollTo(0, 0)
})

const theme = store('auto')
theme.watch(() => { document.documentElement.dataset.theme = theme.get() })

const VIEWS = { __proto__: null, overview: Overview, tools: Catalogue, calls: Calls, audit: Audit }

const Preference = ({ of, name, options }) => html`
  <select aria-label=${t(name)} value=${use(of)} onChange=${({ target }) => of.set(target.value)}>${options.map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select>`

const Preferences = () => html`
  <${Preference} of=${language} name="language" options=${[['en', 'English'], ['fr', 'Français']]} />
  <${Preference} of=${theme} name="theme" options=${['auto', 'light', 'dark'].map((each) => [each, t(each)])} />`

/** The token is pasted, and kept in memory for as long as this page is open. */
function SignIn() {
  const { reason } = use(session)
  const field = useRef()
  const [busy, setBusy] = useState(false)
  const submit = async (event) => {
    event.preventDefault()
    setBusy(true)
    await signIn(field.current.value)
    setBusy(false)
  }
  return html`
    <${Heading} of="sign-in">${t('signIn')}</${Heading}>
    ${reason && html`<div class="card bad" role="alert"><${Trouble} of=${reason} /><p class="hint"><${Data} lang="en" of=${reason.envelope?.error ?? ''} /></p></div>`}
    <form class="card" onSubmit=${submit}>
      <div class="field"><label for="token">${t('token')}</label>
        <input id="token" ref=${field} type="password" required autocomplete="off" aria-describedby="token-hint" /><p class="hint" id="token-hint">${t('tokenHint')}</p></div>
      <button class="main" disabled=${busy}>${t('open')}</button>
    </form>`
}

function App() {
  use(language)
  const { who } = use(session)
  const [name, detail] = use(place).slice(2).split('/')
  const running = use(calls).filter((call) => call.state === 'running').length
  if (!who) return html`<header class="top"><b>${t('title')}</b><span class="space" /><${Preferences} /></header><main class="alone"><${SignIn} /></main>`
  const View = VIEWS[name] ?? Overview
  return html`
    <header class="top"><a class="skip" href="#" onClick=${(event) => { event.preventDefault(); document.querySelector('h1').focus() }}>${t('skip')}</a>
      <b>${t('title')}</b><${Switch} /><span class="space" /><${Preferences} />
      <span title=${who.issuer}><${Data} of=${who.subject} /></span><${Button} is="quiet" onClick=${() => signOut(null)}>${t('signOut')}</${Button}></header>
    <nav aria-label=${t('views')}>${Object.keys(VIEWS).map((view) => html`
      <a href="#/${view}" aria-current=${VIEWS[view] === View && 'page'}>${t(view)}${view === 'calls' && running > 0 && html` <span class="pill">${t('nRunning', { n: running })}</span>`}</a>`)}</nav>
    <main>${name === 'tools' && detail ? html`<${Tool} key=${detail} name=${detail} />` : html`<${View} key=${name} />`}</main>`
}

render(html`<${App} />`, document.getElementById('app'))
