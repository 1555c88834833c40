// Which workspace is worked in: found as agents find it, kept in memory, part of every call.
import { Trouble } from './answer.js'
import { look, workspace } from './calls.js'
import { t, word } from './language.js'
import { Button, Data, html, use, useRef, useState } from './view.js'

export function Picker({ id = 'workspace', onChosen }) {
  const field = useRef()
  const [found, setFound] = useState(null)
  const search = async (event) => {
    event.preventDefault()
    setFound(await look('crm_resolve_workspace', { query: field.current.value.trim(), limit: 10 }))
  }
  const choose = ({ organizationId, name }) => {
    workspace.set({ organizationId, name })
    onChosen?.()
  }
  const matches = found?.ok ? found.envelope.data.data.matches : []
  return html`
    <form onSubmit=${search} role="search">
      <label for=${id}>${t('workspaceQuery')}</label>
      <div class="bar"><input id=${id} ref=${field} required minlength="2" maxlength="200" autocomplete="off" /><button class="main">${t('find')}</button></div>
      <div role="status">${found && (found.ok ? html`<p class="hint">${t('nMatches', { n: matches.length })}</p>` : html`<${Trouble} of=${found} />`)}</div>
      <ul class="plain">${matches.map((match) => html`
        <li><${Button} is="match" disabled=${!match.outboundEnabled} onClick=${() => choose(match)}><b><${Data} of=${match.name} /></b>
          <span class="hint"><${Data} of=${match.slug} /> · <${Data} of=${match.ownerEmail} />${match.status !== 'active' && ` · ${word(match.status)}`}${!match.outboundEnabled && ` · ${t('moduleOff')}`}</span></${Button}></li>`)}</ul>
    </form>`
}

/** The present workspace, and a dialog to choose another. */
export function Switch() {
  const here = use(workspace)
  const dialog = useRef()
  const close = () => dialog.current.close()
  return html`
    <${Button} aria-haspopup="dialog" onClick=${() => dialog.current.showModal()}>${here ? html`<${Data} of=${here.name} />` : t('chooseWorkspace')}</${Button}>
    <dialog ref=${dialog} aria-label=${t('chooseWorkspace')}><${Picker} id="another" onChosen=${close} /><${Button} is="quiet" onClick=${close}>${t('cancel')}</${Button}></dialog>`
}
