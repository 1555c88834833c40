// Every view for everybody: light, dark, a phone, French, a keyboard alone; and whatever is stored is shown as text.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { accessible, answer, ask, enter, json, open, overview, shot, signIn, token, tool } from '../browser.mjs'

const HOSTILE = '<img src=x onerror=alert(1)>\u202e"\';drop table contact;--\u{1F389}<script>alert(2)</script>'
const text = (locator) => locator.innerText()

const unfold = (page) => page.evaluate(() => document.querySelectorAll('main details').forEach((each) => { each.open = true }))

/** All views in one visit; each is looked at by `look`. */
async function visit(page, look) {
  await look('sign-in')
  await enter(page)
  await look('overview')
  await page.locator('nav a').nth(1).click()
  await page.locator('.tools').waitFor()
  await look('catalogue')
  for (const name of ['bulk_assign_campaign_contacts', 'get_script_template', 'get_script_execution', 'get_qualification', 'list_outbound_contacts', 'create_script_template']) {
    await tool(page, name, 1)
    await ask(page)
    if (name === 'get_script_execution') await page.locator('.tree .dim').first().waitFor()
    await unfold(page)
    await look(name)
  }
  await tool(page, 'create_outbound_campaign')
  await json(page, { name: 7, maxAttempts: 'x' })
  await ask(page)
  await look('refusal')
  await page.locator('nav a').nth(2).click()
  await page.locator('main li').first().waitFor()
  await look('calls')
  await page.locator('nav a').nth(3).click()
  await page.locator('.audit li').first().waitFor()
  await page.locator('.audit summary').first().click()
  await look('audit')
}

for (const colorScheme of ['light', 'dark']) {
  test(`every view is accessible, ${colorScheme}`, () => open({ colorScheme }, (page) =>
    visit(page, async (view) => {
      await accessible(page, `${view}, ${colorScheme}`)
      await page.evaluate(() => scrollTo(0, 0))
      if (colorScheme === 'dark') await shot(page, `dark-${view}`)
    })))
}

test('every view fits a phone', () => open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, (page) =>
  visit(page, async (view) => {
    await accessible(page, `${view}, phone`)
    if (['overview', 'get_script_execution'].includes(view)) await shot(page, `phone-${view}`)
  })))

test('French where the browser asks for it, English by a switch', () => open({ locale: 'fr-FR' }, async (page) => {
  await enter(page)
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr')
  assert.equal(await page.title(), 'Console CRM')
  assert.match(await text(page.locator('main')), /Sans téléphone\s+2.347/)
  await tool(page, 'bulk_add_contacts_to_campaign_by_filter', 1)
  await unfold(page)
  assert.match(await text(page.locator('main')), /Obligatoire : un id \(UUID\)/)
  await shot(page, 'french')
  await page.locator('nav a').nth(3).click()
  assert.match(await text(page.locator('.filters').getByLabel('Issue')), /Réussi\s+Refusé\s+Non valide\s+Introuvable/)
  await tool(page, 'bulk_add_contacts_to_campaign_by_filter', 1)
  await unfold(page)
  await page.getByLabel('Langue').selectOption('en')
  assert.match(await text(page.locator('main')), /Required: an id \(UUID\)/)
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
}))

test('an address that names no view leads to the overview', () => open({}, async (page) => {
  await enter(page)
  for (const name of ['nothing', 'constructor', 'tools/constructor']) {
    await page.evaluate((hash) => { location.hash = hash }, `#/${name}`)
    await page.locator('h1', { hasText: name.includes('/') ? 'No tool' : 'Lumière' }).waitFor()
  }
}))

test('dark by a switch, whatever the system likes', () => open({ colorScheme: 'light' }, async (page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await page.getByLabel('Theme').selectOption('dark')
  assert.notEqual(await paper(), light)
  await page.getByLabel('Theme').selectOption('light')
  assert.equal(await paper(), light)
}))

test('the dictionaries have the same words to say', async () => {
  const folder = new URL(process.env.CRM_CONSOLE)
  const [en, fr] = await Promise.all(['en', 'fr'].map(async (name) => (await import(new URL(`text/${name}.js`, folder))).default))
  assert.deepEqual(Object.keys(fr.say).sort(), Object.keys(en.say).sort())
  assert.deepEqual(Object.keys(fr.schema).sort(), Object.keys(en.schema).sort())
  const modules = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js') && !name.startsWith('lib'))
  const said = modules.flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/\bt\('(\w+)'/g)].map((match) => match[1]))
  assert.ok(said.length > 60)
  assert.deepEqual(said.filter((key) => !(key in en.say)), [])
})

test('what is stored is shown as text, wherever it is shown', () => open({}, async (page) => {
  await enter(page)
  await tool(page, 'create_script_template')
  const name = `${HOSTILE}${Date.now()}`.slice(0, 118)
  const step = { id: 'x', type: 'select', text: HOSTILE, options: [HOSTILE, 'b'], branches: [{ label: HOSTILE, steps: [{ id: 'y', type: 'instruction', text: HOSTILE }] }] }
  await json(page, { name, description: HOSTILE, steps: [step] })
  const shown = await ask(page)
  assert.ok((await text(shown)).includes(HOSTILE), 'in the tree')
  await unfold(page)
  const whole = await text(shown.locator('pre'))
  assert.ok(whole.includes('\\u202e') && !whole.includes('\u202e'), 'marks of direction are written out in JSON')
  await page.locator('.actions button').nth(1).click()
  await page.locator('table.figures').waitFor()
  // contacts and campaigns of the demonstration data have such names, too: the build has given them
  for (const [call, input] of [['list_outbound_contacts', { search: 'onerror' }], ['list_campaigns', { search: 'onerror' }], ['list_script_templates', { search: 'onerror' }]]) {
    await tool(page, call)
    await json(page, input)
    const list = await ask(page)
    assert.ok((await text(list.locator('table'))).includes('onerror=alert(1)>'), call)
  }
  await page.locator('nav a').first().click()
  await overview(page)
  await page.locator('header button').first().click()
  await page.locator('#another').fill('lumiere')
  await page.locator('dialog[open] button.main').click()
  await page.locator('dialog[open] .match').first().waitFor()
  assert.equal(await page.locator('img, main script').count(), 0)
}))

test('a keyboard alone goes from the token to a preview', () => open({}, async (page) => {
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Tabs on until the focus is where it is wanted. */
  const tab = async (wanted) => {
    for (let i = 0; i < 80; i++) {
      await press('Tab')
      if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted)) return
    }
    assert.fail(`no way to ${wanted}`)
  }
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1')
  await tab('#token')
  await page.keyboard.insertText(token)
  await press('Enter')
  await page.locator('#workspace').waitFor()
  await tab('#workspace')
  await page.keyboard.type('lumiere')
  await press('Enter')
  await page.locator('main .match').waitFor()
  await tab('main .match')
  await press('Enter')
  await overview(page)
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1')
  await press('Shift+Tab')
  await tab('.rule button')
  await press('Enter')
  await page.locator('.actions').waitFor()
  await page.waitForFunction(() => document.activeElement.tagName === 'H1')
  await tab('.actions button.main')
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
  assert.notEqual(outline, 'none', 'the focus is seen')
  await press('Enter')
  await answer(page)
}))

test('the audit log is found by tool, outcome, subject, time and requestId', () => open({}, async (page) => {
  await enter(page)
  await tool(page, 'get_campaign')
  await json(page, { campaignId: '00000000-0000-4000-8000-00000000dead' })
  await ask(page)
  const requestId = /console-[0-9a-f]{32}/.exec(await text(await answer(page)))[0]
  await page.locator('nav a').nth(3).click()
  const rows = page.locator('.audit > li')
  await rows.first().waitFor()
  await rows.first().locator('summary').click()
  await shot(page, 'audit')
  await rows.first().locator('summary').click()
  const show = async () => {
    const answered = page.waitForResponse('**/operator/audit?**')
    await page.locator('main button.main').click()
    await answered
    await page.waitForFunction(() => !document.querySelector('main button.main').disabled)
    return rows.count()
  }
  const field = (label) => page.locator('.filters label', { hasText: new RegExp(`^${label}`) }).locator('input, select')
  await field('requestId').fill(requestId)
  assert.equal(await show(), 1)
  await rows.first().locator('summary').click()
  assert.match(await text(rows.first()), /get_campaign.*Not found.*dead/s)
  await field('Outcome').selectOption('success')
  assert.equal(await show(), 0)
  await field('Outcome').selectOption('not_found')
  await field('Tool').selectOption('get_campaign')
  assert.equal(await show(), 1)
  await field('From').fill('2099-01-01T00:00:00')
  assert.equal(await show(), 0)
  await field('Until').fill('2098-01-01T00:00:00')
  await show()
  assert.match(await text(page.locator('.filters')), /must be later than from/)
  // as a slip of the finger writes it
  await field('From').evaluate((input) => {
    input.value = '202611-01-01T00:00:00'
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await page.locator('main button.main').click()
  assert.ok(await page.locator('main button.main').isEnabled())
  assert.ok(await field('From').evaluate((input) => input.matches(':invalid')))
  await field('From').fill('')
  await field('Subject').fill('nobody')
  assert.equal(await show(), 0)
  await field('Subject').fill('')
  assert.equal(await show(), 1)
}))

test('pictures show what the figures say', () => open({}, async (page) => {
  await enter(page)
  await tool(page, 'get_script_execution', 1)
  await ask(page)
  await page.locator('.tree .dim').first().waitFor()
  const edge = (level) => page.locator(`.tree ${'.tree '.repeat(level)} > li > .step`).first().evaluate((step) => step.getBoundingClientRect().left)
  assert.ok(await edge(1) > await edge(0) + 20, 'what follows an answer stands to the right of it')
  const lit = await page.locator('.tree li.lit > .step code:first-of-type').allInnerTexts()
  assert.deepEqual(lit.filter((id) => ['accueil', 'proprietaire', 'chauffage', 'info_appoint', 'surface', 'interesse'].includes(id)).length, 6)
  await page.locator('.tree').first().scrollIntoViewIfNeeded()
  await shot(page, 'execution')
  await tool(page, 'get_qualification', 1)
  const card = await ask(page)
  assert.match(await text(card), /85\s*\/ 110/)
  const parts = await card.locator('td:last-child').allInnerTexts()
  assert.equal(parts.filter(Boolean).reduce((sum, part) => sum + Number(part), 0), 85)
  await shot(page, 'qualification')
  await tool(page, 'get_script_template')
  await json(page, { templateId: '50000001-0000-4000-8000-000000000003' })
  assert.match(await text(await ask(page)), /3 remarks/)
  assert.equal(await page.locator('.tree .warnings > li').count(), 3)
  await shot(page, 'script')
}))

test('without the role nobody comes in', () => open({}, async (page) => {
  await signIn(page, process.env.CRM_TOKEN_WITHOUT_ROLE)
  assert.match(await text(page.locator('[role=alert]')), /lacks the role super_admin/)
}))
