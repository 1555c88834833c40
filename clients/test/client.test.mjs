// The official TypeScript client: bound to the newest revision, choosing by itself, and speaking an older one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { exercise } from '../session.mjs'
import { authorization, mcp, told } from '../server.mjs'

for (const [name, mode, version] of [
  ['bound to 2026-07-28', { pin: '2026-07-28' }, '2026-07-28'],
  ['negotiating', 'auto', '2026-07-28'],
  ['without negotiation', 'legacy', '2025-11-25'],
]) {
  test(`@modelcontextprotocol/client ${name}`, async () => {
    const client = new Client({ name: 'crm-agent-api-test', version: '1' }, { versionNegotiation: { mode } })
    await client.connect(new StreamableHTTPClientTransport(mcp, { requestInit: { headers: { Authorization: authorization } } }))
    try {
      assert.equal(client.getNegotiatedProtocolVersion(), version)
      told('@modelcontextprotocol/client 2.4.0', name, `${version}: ${await exercise(client)}`)
    } finally {
      await client.close()
    }
  })
}

test('@modelcontextprotocol/client is told why it is refused', async () => {
  const client = new Client({ name: 'crm-agent-api-test', version: '1' }, { versionNegotiation: { mode: 'auto' } })
  await assert.rejects(client.connect(new StreamableHTTPClientTransport(mcp)), /401|authoriz/i)
  told('@modelcontextprotocol/client 2.4.0', 'without token', 'refused: 401')
})
