// The published schemas as forms and sentences need them: a small part of JSON Schema, which is all that tools use.
import { dictionary } from './language.js'

/** What the console's buttons set. */
export const CONTROLS = ['dryRun', 'confirm', 'previewToken']

/** The schema behind a reference. */
export const resolved = (schema, root) => (schema.$ref ? root.$defs[schema.$ref.split('/').pop()] : schema)

const types = (schema) => [schema.type ?? []].flat().filter((type) => type !== 'null')

export const values = (schema) => schema.enum.filter((value) => value !== null)

/** Which control a value of this schema is edited with. */
export function kind(schema) {
  const [type, another] = types(schema)
  if (schema.enum) return 'enum'
  if (!type || another || (type === 'array' && !schema.items)) return 'any'
  if (type === 'object') return schema.properties ? 'object' : 'map'
  if (type === 'array') return schema.items.enum ? 'choices' : schema.items.$ref || schema.items.properties ? 'items' : 'lines'
  return type !== 'string' ? type : schema.maxLength > 500 ? 'long' : 'text'
}

function phrase(given, root, say) {
  const schema = resolved(given ?? {}, root)
  switch (kind(schema)) {
    case 'enum': return say.oneOf(values(schema).join(', '))
    case 'boolean': return say.boolean
    case 'integer': case 'number': return say.number(say.types[types(schema)[0]], schema.minimum, schema.maximum)
    case 'object': return say.types.object
    case 'map': return say.map(schema.maxProperties, phrase(schema.additionalProperties, root, say))
    case 'choices': case 'lines': case 'items': return say.list(schema.minItems ?? 0, schema.maxItems, phrase(schema.items, root, say))
    case 'any': return say.oneOf(types(schema).map((type) => say.types[type]).join(', '))
    default: return say.formats[schema.format] ?? (schema.pattern ? say.pattern(schema.pattern) : say.text(schema.minLength, schema.maxLength))
  }
}

/** One sentence for each member of a schema and those within: { name, depth, text, description }. */
export function sentences(schema, root = schema, depth = 0, seen = []) {
  const within = resolved(schema, root)
  const object = within.items ? resolved(within.items, root) : within
  if (!object.properties || seen.includes(object) || depth > 4) return []
  const say = dictionary().schema
  return Object.entries(object.properties).flatMap(([name, member]) => {
    const standard = member.default == null ? '' : say.standard(member.default)
    const text = `${object.required?.includes(name) ? say.required : say.optional}${phrase(member, root, say)}${standard}.`
    return [{ name, depth, text, description: member.description }, ...sentences(member, root, depth + 1, [...seen, object])]
  })
}
