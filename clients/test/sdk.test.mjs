// The library of the revisions before, which most programs of last year are built with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { exercise } from '../session.mjs'
import { authorization, mcp, told } from '../server.mjs'

test('@modelcontextprotocol/sdk', async () => {
  const client = new Client({ name: 'crm-agent-api-test', version: '1' })
  const transport = new StreamableHTTPClientTransport(mcp, { requestInit: { headers: { Authorization: authorization } } })
  await client.connect(transport)
  try {
    assert.equal(transport.protocolVersion, '2025-11-25')
    assert.equal(transport.sessionId, undefined)
    assert.equal(client.getServerVersion().name, 'crm-agent-api')
    assert.match(client.getInstructions(), /crm_resolve_workspace/)
    await client.ping()
    told('@modelcontextprotocol/sdk 1.32.2', 'its newest revision', `2025-11-25: ${await exercise(client)}`)
  } finally {
    await client.close()
  }
})
