// All tools, to be found by what they do and by what they can do to data.
import { catalogue, personal } from './api.js'
import { t, word } from './language.js'
import { Risk } from './tool.js'
import { Heading, Said, html, use } from './view.js'

const wanted = personal({ search: '', risk: '' })

export function Catalogue() {
  const { search, risk } = use(wanted)
  const set = (members) => wanted.set((now) => ({ ...now, ...members }))
  const words = search.toLowerCase().split(/\s+/)
  const tools = use(catalogue).filter((tool) => (!risk || tool.riskLevel === risk) && words.every((each) => `${tool.name} ${tool.title} ${tool.description}`.toLowerCase().includes(each)))
  return html`
    <${Heading} of="tools">${t('tools')}</${Heading}>
    <form class="filters" role="search" onSubmit=${(event) => event.preventDefault()}>
      <label class="field">${t('search')} <input type="search" value=${search} onInput=${({ target }) => set({ search: target.value })} /></label>
      <fieldset class="segments"><legend>${t('risk')}</legend>${['', 'read', 'write', 'bulk', 'destructive'].map((level) => html`
        <label><input type="radio" name="risk" checked=${risk === level} onChange=${() => set({ risk: level })} /> ${level ? word(level) : t('all')}</label>`)}</fieldset>
    </form>
    <p class="hint" role="status">${t('nTools', { n: tools.length })}</p>
    <ul class="plain tools columns">${tools.map((tool) => html`
      <li key=${tool.name} class="card"><div class="bar"><a href="#/tools/${tool.name}"><${Said} of=${tool.title} /></a><${Risk} of=${tool.riskLevel} /></div>
        <code>${tool.name}</code><p class="hint"><${Said} of=${tool.description} /></p></li>`)}</ul>`
}
