#!/usr/bin/env node
// Turns the tool catalogue into the form in which a vendor's model takes functions. Reads the answer of
// GET /crm/agent/capabilities from standard input, writes JSON. No dependencies. See function-calling.md.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

// What a call says beside the tool's own input.
const ORGANIZATION = { type: 'string', format: 'uuid', description: 'The workspace to work in: crm_resolve_workspace finds it.' }
const BESIDE = {
  reason: { type: ['string', 'null'], maxLength: 500, description: 'Why the call is made, for the audit log.' },
  requestId: {
    type: ['string', 'null'], minLength: 1, maxLength: 120,
    description: 'An id of your making: a change repeated with the same id and the same input is done once.',
  },
}

// The keywords that each vendor's checker takes; the server enforces the others all the same.
const COMMON = ['type', 'description', 'enum', 'format', 'minimum', 'maximum', 'minItems', 'maxItems', 'items',
  'properties', 'required', 'additionalProperties', '$defs', '$ref']
const STRICT = new Set([...COMMON, 'pattern'])
const GEMINI = new Set(COMMON)

/** The arguments of a tool as one object: its input with what every call has beside it. */
export function parameters(tool) {
  const { $schema, ...own } = tool.inputSchema
  const bound = tool.requiresOrganizationId
  return {
    ...own,
    properties: { ...(bound ? { organizationId: ORGANIZATION } : {}), ...own.properties, ...BESIDE },
    required: [...(bound ? ['organizationId'] : []), ...own.required],
  }
}

/** The request that a model's arguments are: path below /crm/agent/ and body. */
export function request(tool, args) {
  const { reason, requestId, ...rest } = args
  const body = { reason, requestId }
  if (tool.requiresOrganizationId) {
    const { organizationId, ...input } = rest
    return { path: `tools/${tool.name}`, body: { ...body, organizationId, input } }
  }
  return { path: `tools/${tool.name}`, body: { ...body, input: rest } }
}

/**
 * Strict calling makes a model name every member, with null for what it leaves out. That can't be said of a map, whose keys
 * the schema does not know, nor of a member where null has a meaning of its own: it clears what is stored.
 */
export function canBeStrict(tool) {
  return every(tool.inputSchema, (schema) => typeof schema.additionalProperties !== 'object' && !clears(schema))
}

const clears = (schema) => /null[^.;]* (clears|detaches|forgets)/.test(schema.description ?? '')

export function strict(schema) {
  return map(schema, (part) => {
    const kept = keep(part, STRICT)
    return kept.properties ? { ...kept, required: Object.keys(kept.properties) } : kept
  })
}

/** Optional members are left out rather than null, but where null says something. */
function gemini(schema) {
  return map(schema, (part) => {
    const kept = keep(part, GEMINI)
    if (!kept.properties) return kept
    const properties = Object.entries(kept.properties).map(([name, member]) =>
      [name, kept.required?.includes(name) ? member : clears(member) ? orNull(member) : withoutNull(member)])
    return { ...kept, properties: Object.fromEntries(properties) }
  })
}

function withoutNull(schema) {
  if (!Array.isArray(schema.type)) return schema
  const [type, ...more] = schema.type.filter((each) => each !== 'null')
  const values = schema.enum?.filter((value) => value !== null)
  return { ...schema, type: more.length ? [type, ...more] : type, ...(values ? { enum: values } : {}) }
}

/** Values to choose from are texts: null stands beside them. */
function orNull(schema) {
  if (!schema.enum) return schema
  const { description, ...rest } = withoutNull(schema)
  return { description, anyOf: [rest, { type: 'null' }] }
}

const keep = (schema, keywords) => Object.fromEntries(Object.entries(schema).filter(([name]) => keywords.has(name)))

/** A schema with each of its parts changed, the inner ones first. */
function map(schema, change) {
  const inner = { ...schema }
  for (const holder of ['properties', '$defs']) {
    if (inner[holder]) inner[holder] = Object.fromEntries(Object.entries(inner[holder]).map(([k, v]) => [k, map(v, change)]))
  }
  for (const holder of ['items', 'additionalProperties']) {
    if (typeof inner[holder] === 'object') inner[holder] = map(inner[holder], change)
  }
  return change(inner)
}

function every(schema, holds) {
  let all = true
  map(schema, (part) => ((all &&= holds(part)), part))
  return all
}

const openai = (tool) => {
  const safe = canBeStrict(tool)
  const whole = parameters(tool)
  return { name: tool.name, description: tool.description, parameters: safe ? strict(whole) : whole, strict: safe }
}

export const FORMS = {
  // OpenAI: `tools` of the Responses API
  'openai': (tools) => tools.map((tool) => ({ type: 'function', ...openai(tool) })),
  // `tools` of chat completions, which many others take too
  'chat-completions': (tools) => tools.map((tool) => ({ type: 'function', function: openai(tool) })),
  // Anthropic: `tools` of the Messages API
  'anthropic': (tools) => tools.map((tool) => ({ name: tool.name, description: tool.description, input_schema: parameters(tool) })),
  // Google: `tools` of generateContent
  'gemini': (tools) => [{
    functionDeclarations: tools.map((tool) => ({
      name: tool.name, description: tool.description, parametersJsonSchema: gemini(parameters(tool)),
    })),
  }],
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const form = FORMS[process.argv[2]]
  if (!form) {
    console.error(`Usage: function-calling.mjs ${Object.keys(FORMS).join('|')} < capabilities.json`)
    process.exit(2)
  }
  const { data } = JSON.parse(readFileSync(0, 'utf8'))
  process.stdout.write(`${JSON.stringify(form(data.tools), null, 2)}\n`)
}
