// English: `say` are sentences, `words` names of the contract that need more than being split.
const twice = ' Nothing is done twice.'

export default {
  say: {
    title: 'CRM console', skip: 'Skip to the content', views: 'Views', overview: 'Overview', tools: 'Tools', calls: 'Calls', audit: 'Audit log',
    language: 'Language', theme: 'Theme', auto: 'System theme', light: 'Light', dark: 'Dark',
    signIn: 'Open the console', token: 'Access token', tokenHint: 'With the role super_admin. It stays in the memory of this page until you sign out or close it.', open: 'Open', signOut: 'Sign out',
    chooseWorkspace: 'Choose a workspace', workspaceQuery: 'Name or owner of the workspace, as you remember it', find: 'Find', nMatches: '{n} found', moduleOff: 'outbound module off', needsWorkspace: 'This tool works in one workspace: choose it first.',
    search: 'Search', risk: 'Risk', all: 'All', nTools: '{n} tools', noTool: 'No tool has this name', takes: 'What it takes', answers: 'What it answers',
    form: 'Form', example: 'Example {n}', broken: 'No JSON yet: {why}. The form waits.', reason: 'Reason, kept in the audit log', required: 'required', optional: 'Optional: {n}', given: '{n} given',
    notSet: 'Not set', standard: 'Not set: {value}', yes: 'Yes', no: 'No', oneLine: 'One a line', onePair: 'name = value, one a line', add: 'Add', remove: 'Remove', cleared: 'Will be cleared (null).', undo: 'Undo',
    run: 'Run', preview: 'Preview', previewed: 'Preview', apply: 'Apply', applyFirst: 'Apply opens after a preview of these very arguments.', applyReady: 'Applying does what the preview below has shown.',
    confirm: 'This can’t be taken back', confirmType: 'To apply it, type', cancel: 'Cancel',
    running: 'Under way', runningNote: 'You may leave this view: the call goes on, and Calls keeps its answer.', stopWaiting: 'Stop waiting', done: 'Done', lost: 'Answer lost', left: 'Left', read: 'Read',
    result: 'Result', refusal: 'Refused', replayed: 'answered from the record', askAgain: 'Ask again', wholeAnswer: 'The whole answer', next: 'What to do next',
    network: 'The server can’t be reached. Check the connection and ask again.' + twice, stopped: 'You stopped waiting; the server goes on. Ask again for its answer.' + twice,
    unavailable: 'The server is busy. Wait a few seconds and ask again.' + twice, inProgress: 'The same call is still under way. Ask again in a moment.', failed: 'The server failed. Ask again, or give its operator the requestId.',
    unauthenticated: 'The token is wrong or has expired. Paste a new one.', role: 'The token lacks the role super_admin. Paste one that has it.', module: 'The outbound module is off here. Choose another workspace.',
    tooLarge: 'The call is too large. Split it into smaller ones.', limited: 'Too many calls in a short time. Wait a moment and ask again.',
    sideBySide: 'Preview and run side by side', previous: 'Previous', following: 'Next', pageOf: 'Page {page} of {pages}, {total} in all',
    attention: 'Needs action', funnel: 'Where each matched contact went', loads: 'Open contacts of each agent', nOverdue: '{n} overdue', nobody: 'No agent', overlap: 'Contacts that campaigns share, as a part of the smaller one', alone: 'alone',
    script: 'Call script', version: 'version {n}', lint: '{n} remarks', captures: 'captures', olderScript: 'The script is now at version {n}; of this execution the path is shown.', score: 'Score', field: 'Field', value: 'Value', points: 'Points',
    callsNote: 'What this page has called. A lost answer is asked for again with the same requestId.', nRunning: '{n} running',
    onlyHere: 'Only this workspace', show: 'Show', nRows: 'Calls shown: {n}', lookedBack: 'Looked back to {time}', input: 'Arguments, masked',
  },
  words: { __proto__: null, read: 'Reads', write: 'Writes', yesno: 'Yes or no', organizationId: 'Workspace id', requestId: 'requestId', toolName: 'Tool', to: 'Until', last7Days: 'Calls in 7 days', door: 'Way in', affectedCounts: 'Changed' },
  schema: {
    required: 'Required: ', optional: 'Optional: ', boolean: 'yes or no', standard: (value) => `, else ${value}`, oneOf: (list) => `one of ${list}`,
    number: (what, min, max) => `a ${what}${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` to ${max}`}`,
    text: (min = 0, max = '∞') => `a text of ${min} to ${max} characters`, pattern: (pattern) => `a text like ${pattern}`,
    map: (max = '∞', item = '') => `up to ${max} names with ${item} each`, list: (min, max = '∞', item = '') => `a list of ${min} to ${max}, each ${item}`,
    types: { string: 'text', number: 'number', integer: 'whole number', boolean: 'yes or no', array: 'list', object: 'an object' },
    formats: { uuid: 'an id (UUID)', 'date-time': 'a time like 2026-11-24T09:15:00Z', date: 'a date like 2026-11-24', email: 'an e-mail address' },
  },
}
