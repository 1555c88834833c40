// How a workspace stands, and what needs somebody's action.
import { NextActions, Trouble, follow } from './answer.js'
import { look, workspace } from './calls.js'
import { t, word } from './language.js'
import { Picture } from './picture/picture.js'
import { Button, Data, Heading, Said, html, use, useEffect, useState } from './view.js'
import { Picker } from './workspace.js'

/** So many campaigns can be compared at a glance. */
const COMPARED = 12

export function Overview() {
  const here = use(workspace)
  return here ? html`<${Heading} of=${here.organizationId}><${Data} of=${here.name} /></${Heading}><p><code>${here.organizationId}</code></p><${State} key=${here.organizationId} />`
    : html`<${Heading} of="none">${t('chooseWorkspace')}</${Heading}><section class="card"><${Picker} /></section>`
}

/** Of the active campaigns that have contacts; of fewer than two there is none. */
async function overlap() {
  const active = await look('list_campaigns', { statuses: ['active'], perPage: COMPARED })
  const campaignIds = active.envelope?.data?.data?.campaigns?.filter((campaign) => campaign.contactCounts.total > 0).map((campaign) => campaign.id) ?? []
  return campaignIds.length > 1 ? look('get_campaign_contact_overlap', { campaignIds }) : null
}

const PARTS = {
  get_crm_workspace_overview: () => look('get_crm_workspace_overview', {}),
  bulk_get_agent_workloads: () => look('bulk_get_agent_workloads', {}),
  get_campaign_contact_overlap: overlap,
}

const State = () => Object.keys(PARTS).map((toolName) => html`<${Part} key=${toolName} toolName=${toolName} />`)

function Part({ toolName }) {
  const [answer, setAnswer] = useState()
  useEffect(() => {
    PARTS[toolName]().then(setAnswer)
  }, [])
  if (answer === null) return null
  const data = answer?.envelope?.data
  const attention = data?.data?.attention ?? []
  return html`
    <section class="card" aria-busy=${!answer}>${!answer ? html`<p><span class="dot" /> ${t('running')}</p>` : !answer.ok ? html`<${Trouble} of=${answer} />` : html`
      <p class="summary"><${Said} of=${data.summary} /></p><${Picture} toolName=${toolName} output=${data.data} />
      ${attention.length > 0 && html`
        <h2>${t('attention')} <span class="pill">${attention.length}</span></h2>
        <ul class="plain rule columns">${attention.map((item) => html`
          <li class="bar"><span><${Data} of=${item.campaignName ?? word(item.code)} /> <span class="hint"><${Said} of=${item.message} /></span></span>
            ${item.nextAction && html`<${Button} aria-label="${t('open')}: ${item.campaignName ?? ''} ${item.message}" onClick=${() => follow(item.nextAction)}>${t('open')}</${Button}>`}</li>`)}</ul>`}
      ${!data.data.attention && html`<${NextActions} of=${data.nextActions} />`}`}</section>`
}
