// Where people would rather look than read: which answer is drawn how.
import { html } from '../view.js'
import { Bars, Funnel, Loads } from './chart.js'
import { Overlap } from './overlap.js'
import { Qualification } from './qualification.js'
import { Execution, Script } from './script.js'

const PICTURES = {
  get_crm_workspace_overview: Bars,
  bulk_get_agent_workloads: Loads,
  bulk_add_contacts_to_campaign_by_filter: Funnel,
  bulk_remove_contacts_from_campaign: Funnel,
  bulk_assign_campaign_contacts: Funnel,
  get_campaign_contact_overlap: Overlap,
  get_script_template: Script,
  create_script_template: Script,
  update_script_template: Script,
  get_script_execution: Execution,
  upsert_script_execution: Execution,
  get_qualification: Qualification,
  create_qualification: Qualification,
  update_qualification: Qualification,
}

export function Picture({ toolName, output }) {
  const Drawn = PICTURES[toolName]
  return Drawn && html`<${Drawn} output=${output} />`
}
