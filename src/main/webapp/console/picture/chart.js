// A workspace at a glance, a bulk call as a funnel, and who has how much to do.
import { number, percent, t, word } from '../language.js'
import { html } from '../view.js'
import { Lines } from './bar.js'

const TONES = { active: 'good', answered: 'good', paused: 'warn', overdue: 'bad', doNotCall: 'bad', refused: 'bad', wrong_number: 'bad', draft: 'calm', archived: 'calm', inactive: 'calm' }

const line = (name, value) => ({ label: word(name), value, segments: [[value, TONES[name] ?? 'accent']] })

const counts = (object, names = Object.keys(object)) => names.map((name) => line(name, object[name]))

export function Bars({ output: { campaigns, contacts, agents, followUps, calls } }) {
  const title = (name, n) => `${word(name)} · ${number(n)}`
  return html`
    <div class="charts">
      ${campaigns && html`<${Lines} title=${title('campaigns', campaigns.total)} rows=${counts(campaigns.byStatus)} />`}
      ${contacts && html`<${Lines} title=${title('contacts', contacts.total)} of=${contacts.total} rows=${counts(contacts, ['inNoCampaign', 'withoutPhone', 'doNotCall'])} />`}
      ${calls && html`<${Lines} title=${title('last7Days', calls.last7Days)} rows=${counts(calls.byOutcome)} />`}
      ${followUps && html`<${Lines} title=${word('followUps')} rows=${counts(followUps, ['pending', 'dueToday', 'overdue'])} />`}
      ${agents && html`<${Lines} title=${title('agents', agents.total)} rows=${counts(agents.byStatus)} />`}
    </div>`
}

/** Every matched row is counted once, in what is done or in one reason why not: each step starts where the last has ended. */
export function Funnel({ output }) {
  const { matched, skipped = {} } = output
  // of an addition the assigned are among the added
  const done = ['added', 'removed', 'assigned', 'reassigned', 'unassigned'].filter((name) => output[name] > 0 && !(name === 'assigned' && 'added' in output))
  const steps = [...Object.entries(skipped).map(([name, value]) => [name, value, 'lost']), ...done.map((name) => [name, output[name], 'good'])]
  let before = 0
  const rows = steps.filter(([, value]) => value > 0).map(([name, value, tone]) => {
    before += value
    return { label: word(name), value, note: percent(value / matched), segments: [[before - value], [value, tone]] }
  })
  return html`<${Lines} title=${t('funnel')} of=${matched} rows=${[line('matched', matched), ...rows]} />`
}

const OPEN = [['to_call', 'calm'], ['in_progress', 'accent'], ['follow_up', 'warn']]

export const Loads = ({ output: { agents, unassignedContacts } }) => html`
  <${Lines} title=${t('loads')} rows=${[
    ...agents.map((agent) => ({ label: agent.fullName, value: agent.assignedOpen, segments: OPEN.map(([state, tone]) => [agent.byState[state] ?? 0, tone]), note: agent.followUpsOverdue > 0 && t('nOverdue', { n: number(agent.followUpsOverdue) }) })),
    { label: t('nobody'), value: unassignedContacts, segments: [[unassignedContacts, 'lost']] },
  ]} />
  <p class="hint">${OPEN.map(([state, tone]) => html`<svg class="key" aria-hidden="true"><rect class=${tone} width="100%" height="100%" /></svg> ${word(state)} `)}</p>`
