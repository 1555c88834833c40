// The protocol's own inspector, from the command line as its users run it.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { authorization, catalogue, DEMO, mcp, told } from '../server.mjs'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../node_modules/.bin/mcp-inspector', import.meta.url))

async function inspect(...args) {
  const home = mkdtempSync(join(tmpdir(), 'inspector-'))
  const { stdout } = await run(process.execPath, [
    cli, '--cli', mcp.href, '--transport', 'http', '--header', `Authorization: ${authorization}`, ...args,
  ], { env: { ...process.env, HOME: home, MCP_CATALOG_PATH: join(home, 'mcp.json') }, maxBuffer: 16 << 20 })
  return JSON.parse(stdout)
}

test('inspector lists the tools', async () => {
  const { tools } = await inspect('--method', 'tools/list')
  const names = tools.map((tool) => tool.name)
  for (const tool of await catalogue()) assert.ok(names.includes(tool.name), tool.name)
  told('@modelcontextprotocol/inspector 2.12.0 --cli', 'tools/list', `${tools.length} tools`)
})

test('inspector calls a tool', async () => {
  const result = await inspect('--method', 'tools/call', '--tool-name', 'crm_resolve_workspace', '--tool-arg', 'query=lumiere energie')
  assert.equal(result.structuredContent.data.resolvedOrganizationId, DEMO)
  told('@modelcontextprotocol/inspector 2.12.0 --cli', 'tools/call', 'the workspace')
})

test('inspector finds the schemas portable', async () => {
  await inspect('--method', 'tools/list', '--strict')
  told('@modelcontextprotocol/inspector 2.12.0 --cli', 'tools/list --strict', 'no error')
})
