// The server that the tests call, as the build tells it: CRM_URL ends in /crm/, CRM_TOKEN is a token with the role.
import assert from 'node:assert/strict'
import { appendFileSync } from 'node:fs'

const address = process.env.CRM_URL
const token = process.env.CRM_TOKEN
assert.ok(address && token, 'The build starts these tests: ./mvnw verify -Pmcp')

export const mcp = new URL('mcp', address)
export const authorization = `Bearer ${token}`
export const DEMO = '00000001-0000-4000-8000-000000000001'

/** A request of the agent API. */
export async function agent(path, body) {
  const answer = await fetch(new URL(`agent/${path}`, address), {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: authorization, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body && JSON.stringify(body),
  })
  return { status: answer.status, ...(await answer.json()) }
}

/** The product's own tools; the tests of the road have some beside them. */
export async function catalogue() {
  const { data } = await agent('capabilities')
  return data.tools.filter((tool) => !tool.name.startsWith('probe_'))
}

/** The input of an example as a call that keeps nothing. */
export const harmless = (tool, input) => (tool.supportsDryRun ? { ...input, dryRun: true } : input)

/** The same as arguments of one object. */
export const bound = (tool, input) => (tool.requiresOrganizationId ? { organizationId: DEMO, ...input } : input)

/** One line of the table that the build keeps. */
export function told(client, what, result) {
  if (process.env.CRM_RESULTS) appendFileSync(process.env.CRM_RESULTS, `| ${client} | ${what} | ${result} |\n`)
}
