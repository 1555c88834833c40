// The script of docs/how-to: its forms by the rules that the vendors publish for schemas, and what comes back, by the server.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { agent, bound, catalogue, harmless, told } from '../server.mjs'

const { FORMS, canBeStrict, parameters, request, strict } = await import(pathToFileURL(process.env.CRM_FUNCTION_CALLING).href)
const tools = await catalogue()
const ajv = new Ajv2020.default({ strict: false })
addFormats.default(ajv)

/** Each part of a schema with its depth. */
function* parts(schema, depth = 1) {
  yield [schema, depth]
  for (const inner of [...Object.values(schema.properties ?? {}), ...Object.values(schema.$defs ?? {}), ...(schema.anyOf ?? []), schema.items, schema.additionalProperties]) {
    if (inner && typeof inner === 'object') yield* parts(inner, depth + 1)
  }
}

const only = (schema, keywords) => {
  for (const [part] of parts(schema)) {
    for (const keyword of Object.keys(part)) assert.ok(keywords.includes(keyword), `${keyword} in ${JSON.stringify(part).slice(0, 200)}`)
  }
}

test('OpenAI: strict functions hold what structured outputs ask for', () => {
  const supported = ['type', 'description', 'enum', 'properties', 'required', 'additionalProperties', 'items', '$defs', '$ref',
    'pattern', 'format', 'minimum', 'maximum', 'minItems', 'maxItems']
  const forms = FORMS.openai(tools)
  for (const { type, name, description, parameters: schema, strict: isStrict } of forms) {
    assert.equal(type, 'function')
    assert.match(name, /^[a-zA-Z0-9_-]{1,64}$/)
    assert.ok(description.length <= 1024, name)
    assert.equal(schema.type, 'object')
    if (!isStrict) continue
    only(schema, supported)
    let members = 0
    let values = 0
    let letters = 0
    for (const [part, depth] of parts(schema)) {
      assert.ok(depth <= 11, `${name} is nested ${depth} deep`)
      if (part.format) assert.ok(['uuid', 'date', 'date-time', 'time', 'email'].includes(part.format), part.format)
      if (part.enum) values += part.enum.length
      if (part.properties) {
        assert.equal(part.additionalProperties, false, name)
        assert.deepEqual(part.required, Object.keys(part.properties), name)
        members += part.required.length
        letters += part.required.join('').length + JSON.stringify(part.enum ?? '').length
      }
    }
    assert.ok(members <= 5000 && values <= 1000 && letters <= 120000, name)
  }
  const count = forms.filter((form) => form.strict).length
  assert.ok(count >= 20, `only ${count} are strict`)
  told('OpenAI', 'function schemas', `${count} of ${forms.length} strict`)
  assert.deepEqual(FORMS['chat-completions'](tools).map((form) => form.function.name), forms.map((form) => form.name))
})

test('OpenAI: no tool whose null clears, and no map, is strict', () => {
  const loose = tools.filter((tool) => !canBeStrict(tool)).map((tool) => tool.name)
  for (const name of ['update_outbound_campaign', 'update_script_template', 'update_qualification_template', 'update_qualification',
    'attach_campaign_templates', 'create_qualification', 'bulk_assign_campaign_contacts', 'list_outbound_contacts']) {
    assert.ok(loose.includes(name), name)
  }
  assert.ok(!loose.includes('list_campaigns'))
})

test('OpenAI: what a strict model answers is the same call', async () => {
  for (const tool of tools.filter(canBeStrict)) {
    const schema = strict(parameters(tool))
    const valid = ajv.compile(schema)
    for (const { input } of tool.examples) {
      const args = bound(tool, harmless(tool, input))
      const answered = filled(schema, args, schema)
      assert.ok(valid(answered), `${tool.name} ${JSON.stringify(valid.errors)}`)
      const whole = await call(tool, args)
      const strictly = await call(tool, answered)
      assert.equal(strictly.status, 200, JSON.stringify(strictly))
      assert.equal(figures(strictly), figures(whole), tool.name)
    }
  }
})

test('Anthropic: the whole schema, within the names that it takes', () => {
  for (const { name, description, input_schema: schema } of FORMS.anthropic(tools)) {
    assert.match(name, /^[a-zA-Z0-9_-]{1,128}$/)
    assert.ok(description.length > 0)
    assert.equal(schema.type, 'object')
    for (const keyword of ['oneOf', 'allOf', 'anyOf', '$schema']) assert.ok(!(keyword in schema), keyword)
    for (const member of Object.keys(schema.properties)) assert.match(member, /^[a-zA-Z0-9_.-]{1,64}$/)
    ajv.compile(schema)
  }
  for (const tool of tools) {
    const valid = ajv.compile(parameters(tool))
    for (const { input } of tool.examples) assert.ok(valid(bound(tool, input)), `${tool.name} ${JSON.stringify(valid.errors)}`)
  }
  told('Anthropic', 'tool schemas', `${tools.length}, whole`)
})

test('Google: the keywords that parametersJsonSchema takes', () => {
  const [{ functionDeclarations }] = FORMS.gemini(tools)
  for (const { name, description, parametersJsonSchema: schema } of functionDeclarations) {
    assert.match(name, /^[a-zA-Z_][a-zA-Z0-9_.:-]{0,63}$/)
    assert.ok(description.length > 0)
    only(schema, ['$defs', '$ref', 'anyOf', 'type', 'format', 'description', 'enum', 'items', 'minItems', 'maxItems', 'minimum', 'maximum',
      'properties', 'additionalProperties', 'required'])
    for (const [part] of parts(schema)) assert.ok(!part.enum?.includes(null), name)
    const valid = ajv.compile(schema)
    const tool = tools.find((each) => each.name === name)
    for (const { input } of tool.examples) assert.ok(valid(bound(tool, input)), `${name} ${JSON.stringify(valid.errors)}`)
  }
  told('Google', 'function declarations', `${functionDeclarations.length}`)
})

/** The arguments with null for every member that they leave out, as a strict model writes them. */
function filled(schema, value, root) {
  if (schema.$ref) return filled(root.$defs[schema.$ref.split('/').pop()], value, root)
  if (Array.isArray(value)) return value.map((item) => filled(schema.items, item, root))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(schema.properties)
    .map(([name, part]) => [name, name in value ? filled(part, value[name], root) : null]))
}

function call(tool, args) {
  const { path, body } = request(tool, args)
  return agent(path, body)
}

/** Without the times, tokens and next actions, which repeat the input as it came. */
const figures = (answer) =>
  JSON.stringify([answer.data.summary, answer.data.data]).replace(/"previewToken":"[^"]*"|"[0-9-]{10}T[0-9:.]+Z"/g, '')
