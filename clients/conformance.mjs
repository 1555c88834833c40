// What of the conformance runner's scenarios is required of this server, and why not the others. A scenario that is in
// neither list fails the test: somebody has to decide.

const APPLIES = {
  '2026-07-28': ['server-stateless', 'tools-list', 'caching', 'dns-rebinding-protection', 'http-header-validation'],
  '2025-11-25': ['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection'],
}

const NOT_APPLICABLE = [
  [/^resources-|^sep-2164-resource/, 'no resources are offered'],
  [/^prompts-/, 'no prompts are offered'],
  [/^completion-/, 'no completion is offered'],
  [/^logging-|-with-logging$/, 'no log messages are sent'],
  [/^input-required-result-|^elicitation-|^tools-call-(sampling|elicitation)$/, 'nothing is asked of the client'],
  [/^tasks-/, 'the extension for tasks is not spoken'],
  [/^tools-call-/, 'calls a tool that only the runner\'s own example server has'],
  [/^json-schema-2020-12$/, 'looks for a tool that only the runner\'s own example server has'],
  [/^http-custom-header-/, 'no argument is repeated in a header'],
  [/^server-sse-/, 'nothing is streamed'],
  [/^server-session-/, 'no session is begun'],
]

/** Checks of scenarios that apply: some need a tool of the runner's own example server, the others prompts or resources. */
export const untestable = {
  'sep-2575-server-rejects-undeclared-capability': true,
  'sep-2575-missing-capability-http-400': true,
  'sep-2575-http-server-no-independent-requests-on-stream': true,
  'sep-2575-server-no-log-without-loglevel': true,
  'sep-2549-prompts-list-caching-hints': true,
  'sep-2549-resources-list-caching-hints': true,
  'sep-2549-resources-templates-list-caching-hints': true,
}

export const applies = (revision) => APPLIES[revision]

/** Why a scenario is not required; undefined where it is. */
export function notApplicable(revision, scenario) {
  if (APPLIES[revision].includes(scenario)) return undefined
  return NOT_APPLICABLE.find(([names]) => names.test(scenario))?.[1]
}
