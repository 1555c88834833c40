// What every client library is made to do: it checks each result against the tool's output schema by itself.
import assert from 'node:assert/strict'
import { bound, catalogue, harmless } from './server.mjs'

export async function exercise(client) {
  const tools = await catalogue()
  const { tools: listed } = await client.listTools()
  assert.deepEqual(listed.map((tool) => tool.name).filter((name) => !name.startsWith('probe_')), tools.map((tool) => tool.name))
  for (const tool of listed) {
    assert.deepEqual(Object.keys(tool.annotations).filter((name) => name.endsWith('Hint')).sort(),
      ['destructiveHint', 'idempotentHint', 'openWorldHint', 'readOnlyHint'], tool.name)
  }
  let calls = 0
  for (const tool of tools) {
    for (const example of tool.examples) {
      const result = await client.callTool({ name: tool.name, arguments: bound(tool, harmless(tool, example.input)) })
      assert.equal(result.isError, false, `${tool.name}: ${JSON.stringify(result)}`)
      assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent)
      calls++
    }
  }
  await readsItsMistakes(client)
  return `${listed.length} tools, ${calls} examples`
}

async function readsItsMistakes(client) {
  const wrong = await client.callTool({ name: 'list_campaigns', arguments: { organisationId: 'x' } })
  assert.equal(wrong.isError, true)
  assert.deepEqual(wrong.structuredContent.data.violations.map((violation) => violation.pointer), ['/organizationId'])
  await assert.rejects(client.callTool({ name: 'no_such_tool', arguments: {} }), (error) => {
    assert.equal(error.code, -32602)
    return true
  })
}
