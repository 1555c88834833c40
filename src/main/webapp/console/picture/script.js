// A call script as a tree; of an execution the selected path is lit.
import { Warnings } from '../answer.js'
import { look } from '../calls.js'
import { t, word } from '../language.js'
import { Data, html, useEffect, useState } from '../view.js'

const GLYPHS = { instruction: 'M3 6h10M3 10h7', question: 'M5 6a3 3 0 1 1 3 3v1m0 3v.5', yesno: 'M3 9l3 3 6-8', select: 'M3 4h10M3 8h10M3 12h10' }

function Step({ step, lint, path }) {
  const told = lint.filter((warning) => warning.stepId === step.id)
  const on = path?.get(step.id)
  return html`
    <li class=${path && (on ? 'lit' : 'dim')}>
      <div class="step"><svg viewBox="0 0 16 16" role="img" aria-label=${word(step.type)}><path d=${GLYPHS[step.type]} /></svg>
        <span><${Data} of=${step.text} /> <span class="hint"><code>${step.id}</code>${step.required && ` · ${t('required')}`}${step.captureKey && html` · ${t('captures')} <code>${step.captureKey}</code>`}</span>
          ${on?.answer != null && html`<b class="said">→ <${Data} of=${on.answer} /></b>`}</span></div>
      ${told.length > 0 && html`<${Warnings} of=${told} />`}
      ${step.branches?.length > 0 && html`<ul class="plain">${step.branches.map((branch) => html`
        <li class=${path && (on?.answer === branch.label ? 'lit' : 'dim')}><b class="pill"><${Data} of=${branch.label} /></b><${Steps} ...${{ steps: branch.steps, lint, path }} /></li>`)}</ul>`}
    </li>`
}

const Steps = ({ steps, lint, path }) => html`<ul class="plain tree">${steps.map((step) => html`<${Step} ...${{ step, lint, path }} />`)}</ul>`

export function Script({ output: { template, lint = [] }, path }) {
  const general = lint.filter((warning) => !warning.stepId)
  return template?.steps && html`
    <figure><figcaption>${t('script')} · <${Data} of=${template.name} />${template.version && ` · ${t('version', { n: template.version })}`} ${lint.length > 0 && html`<span class="pill bulk">${t('lint', { n: lint.length })}</span>`}</figcaption>
      ${general.length > 0 && html`<${Warnings} of=${general} />`}<${Steps} ...${{ steps: template.steps, lint, path }} /></figure>`
}

/** An execution has a copy of the script; where that is older than the template, its path alone is known. */
export function Execution({ output: { execution, selectedPath } }) {
  const { scriptTemplateId: templateId, templateVersion, templateName } = execution
  const [tree, setTree] = useState()
  useEffect(() => {
    if (templateId) look('get_script_template', { templateId, include: ['steps', 'lint'] }).then((answer) => setTree(answer.ok && answer.envelope.data.data))
  }, [templateId])
  const path = new Map(selectedPath.map((step) => [step.stepId, step]))
  const same = tree?.template?.version === templateVersion
  const alone = { template: { name: templateName, version: templateVersion, steps: selectedPath.map((step) => ({ ...step, id: step.stepId })) } }
  return html`${tree && !same && html`<p class="hint">${t('olderScript', { n: tree.template.version })}</p>`}<${Script} output=${same ? tree : alone} path=${path} />`
}
