// The browser that the tests drive, and the console in it. The build tells: CRM_URL ends in /crm/, CRM_TOKEN is a token
// with the role, CRM_SHOTS a folder for pictures.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { chromium } from 'playwright-core'

export const { CRM_URL: address, CRM_TOKEN: token, CRM_SHOTS: shots } = process.env
assert.ok(address && token && shots, 'The build starts these tests: ./mvnw verify -Pbrowser')

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** It may run as root, and reaches nothing but the server under test. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

let chrome
before(async () => {
  chrome = await chromium.launch({ executablePath: process.env.CRM_BROWSER ?? '/usr/bin/chromium', args: FLAGS })
})
after(() => chrome.close())

/**
 * A page of the console, before anybody is in. What it must never do fails when it is closed: messages of errors, among them
 * violations of its Content-Security-Policy, and requests to another host. Refusals of the server are expected.
 */
export async function open(options = {}, story) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Paris', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults = []
  page.on('pageerror', (error) => faults.push(String(error.stack)))
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    dialog.dismiss()
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text())) faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`request to ${request.url()}`)
  })
  await page.addInitScript({ content: AXE })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective, event.sourceFile))
  })
  const response = await page.goto(address)
  assert.match(response.headers()['content-security-policy'], /default-src 'none'/)
  try {
    await story(page)
    assert.deepEqual(faults, [])
  } catch (failure) {
    await page.screenshot({ path: join(shots, `failed-${Date.now()}.png`), fullPage: true })
    throw failure
  } finally {
    await context.close()
  }
}

export async function signIn(page, given = token) {
  await page.locator('#token').fill(given)
  await page.locator('main button.main').click()
}

/** In, and in the workspace that the search finds first. */
export async function enter(page, query = 'lumiere energie') {
  await signIn(page)
  await page.locator('#workspace').fill(query)
  await page.locator('main button.main').click()
  await page.locator('main button.match').first().click()
  await overview(page)
}

/** The overview, once all its parts are there. */
export const overview = (page) => page.waitForFunction(() => document.querySelector('.charts') && document.querySelector('.heat') && !document.querySelector('[aria-busy=true]'))

/** Opens a tool, with an example of its own in the form where one is asked for. */
export async function tool(page, name, example) {
  await page.evaluate((hash) => { location.hash = hash }, `#/tools/${name}`)
  await page.locator('main code', { hasText: name }).first().waitFor()
  if (example) await page.locator('.raw button').nth(example - 1).click()
}

/** Writes the input as JSON. */
export const json = (page, input) => page.locator('.raw textarea').fill(JSON.stringify(input))

export const main = (page) => page.locator('.actions button.main')
export const apply = (page) => page.locator('.actions button').nth(1)

/** The answer of the latest call, once it is there. */
export async function answer(page) {
  const card = page.locator('[aria-labelledby=answer]')
  await card.waitFor()
  return card
}

/** Previews or reads. */
export async function ask(page) {
  await main(page).click()
  return answer(page)
}

/** Nothing that keeps people out, by WCAG 2.2 AA, and nothing beyond the edge of the screen. */
export async function accessible(page, view) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const found = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), tags)
  assert.ok(found.passes.length > 10, `${view}: axe has looked at nothing`)
  assert.deepEqual(found.violations.map((each) => `${each.id}: ${each.nodes[0].html}`), [], view)
  const [width, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  assert.ok(width <= screen, `${view} is ${width} wide on ${screen}`)
}

/** A picture of what is on the screen. */
export async function shot(page, name, options) {
  await page.screenshot({ path: join(shots, `${name}.png`), ...options })
}
