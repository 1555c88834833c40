// The protocol's official conformance runner, with what each revision requires of a server. It sends no token, so a proxy
// of this test adds one and changes nothing else.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { applies, notApplicable, untestable } from '../conformance.mjs'
import { authorization, mcp, told } from '../server.mjs'

const runner = fileURLToPath(new URL('../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url))
let proxy
let url

before(async () => {
  proxy = http.createServer((request, response) => {
    const headers = { ...request.headers, authorization }
    const passed = http.request({ host: mcp.hostname, port: mcp.port, path: mcp.pathname, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  await new Promise((listening) => proxy.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${proxy.address().port}/mcp`
})

after(() => proxy.close())

for (const revision of ['2026-07-28', '2025-11-25']) {
  test(`conformance to ${revision}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
    await run(['server', '--url', url, '--requirements', revision, '-o', folder])
    const scenarios = results(folder)
    for (const [scenario, checks] of scenarios) {
      const reason = notApplicable(revision, scenario)
      if (reason) {
        told('@modelcontextprotocol/conformance', `${revision} ${scenario}`, `not applicable: ${reason}`)
        continue
      }
      assert.ok(applies(revision).includes(scenario), `${scenario} is new: does it apply?`)
      const failed = checks.filter((check) => check.status === 'FAILURE' && !untestable[check.id])
      assert.deepEqual(failed.map((check) => `${check.id}: ${check.errorMessage}`), [], scenario)
      const passed = checks.filter((check) => check.status === 'SUCCESS').length
      assert.ok(passed > 0, `${scenario} checked nothing`)
      const left = checks.filter((check) => untestable[check.id]).map((check) => check.id)
      told('@modelcontextprotocol/conformance', `${revision} ${scenario}`,
        `${passed} checks passed${left.length ? `; not testable here: ${left.join(', ')}` : ''}`)
    }
    const ran = scenarios.map(([scenario]) => scenario)
    for (const scenario of applies(revision)) assert.ok(ran.includes(scenario), `${scenario} did not run`)
  })
}

/** The runner fails where a scenario does not apply, so its exit code says nothing. */
function run(args) {
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, [runner, ...args], { stdio: 'ignore' })
    child.on('error', failed)
    child.on('exit', ended)
  })
}

function results(folder) {
  return readdirSync(folder).sort().map((name) => [
    name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, ''),
    JSON.parse(readFileSync(join(folder, name, 'checks.json'), 'utf8')),
  ])
}
