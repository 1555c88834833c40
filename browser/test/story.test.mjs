// From the token to a change and what follows it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { address, answer, apply, ask, enter, json, main, open, shot, signIn, token, tool } from '../browser.mjs'

const BULK = 'bulk_add_contacts_to_campaign_by_filter'
const text = (locator) => locator.innerText()

test('a token that is wrong is told so, and kept nowhere', () => open({}, async (page) => {
  const reason = page.locator('[role=alert]')
  for (const wrong of ['“x.y.z”', 'x.y.z']) {
    await signIn(page, wrong)
    assert.match(await text(reason), /Paste a new one/)
  }
  await signIn(page)
  await page.locator('#workspace').waitFor()
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.href, document.body.innerHTML].join(' '))
  assert.ok(!kept.includes(token.slice(0, 20)))
  assert.match(kept, /^0 0 /)
  await page.reload()
  await page.locator('#token').waitFor()
  assert.equal(await page.locator('#token').inputValue(), '')
}))

test('contacts are added as previewed, and the next action leads on', () => open({}, async (page) => {
  await enter(page)
  await shot(page, 'overview')
  await page.locator('nav a', { hasText: 'Tools' }).click()
  await page.locator('[type=search]').fill('add contacts')
  await page.getByLabel('Bulk').check()
  await shot(page, 'catalogue')
  await page.locator('.tools a', { hasText: 'Add contacts to a campaign' }).click()
  assert.ok(await apply(page).isDisabled())
  await page.locator('.raw button').first().click()
  const preview = await ask(page)
  const [, added] = /Would add ([\d,]+) of/.exec(await text(preview))
  assert.match(await text(preview), /Where each matched contact went/)
  await shot(page, 'preview')
  // another argument needs another preview
  await page.locator('summary', { hasText: 'Optional: 8' }).click()
  await page.getByLabel('Priority').fill('3')
  assert.ok(await apply(page).isDisabled())
  assert.equal(JSON.parse(await page.locator('.raw textarea').inputValue()).priority, 3)
  await ask(page)
  await apply(page).click()
  await page.locator('table.figures').waitFor()
  const result = await answer(page)
  assert.match(await text(result), new RegExp(`Added ${added} of`))
  for (const row of await page.locator('table.figures tbody tr').all()) {
    const [before, after] = await row.locator('td').allInnerTexts()
    assert.equal(before, after)
  }
  await shot(page, 'applied')
  assert.ok(await apply(page).isDisabled(), 'what is applied is not applied again')
  await result.locator('.next button', { hasText: 'Show a campaign' }).click()
  await page.locator('h1', { hasText: 'Show a campaign' }).waitFor()
  assert.match(await page.locator('.raw textarea').inputValue(), /"campaignId": "c0000001/)
  assert.match(await text(await ask(page)), /Result/)
}))

test('what can’t be taken back is typed first', () => open({}, async (page) => {
  await enter(page)
  await tool(page, 'bulk_remove_contacts_from_campaign', 1)
  await ask(page)
  await apply(page).click()
  const dialog = page.locator('dialog[open]')
  const confirm = dialog.locator('button.danger')
  assert.ok(await confirm.isDisabled())
  await dialog.locator('input').fill('remove')
  assert.ok(await confirm.isDisabled())
  for (const cancel of [() => page.keyboard.press('Escape'), () => dialog.locator('.bar button').first().click()]) {
    await cancel()
    await page.waitForFunction(() => !document.querySelector('dialog[aria-labelledby]'))
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Apply', 'the focus is where it was')
    await apply(page).click()
  }
  await dialog.locator('input').fill('bulk_remove_contacts_from_campaign')
  await confirm.click()
  await page.locator('table.figures').waitFor()
  assert.match(await text(await answer(page)), /Removed \d+ contacts/)
}))

test('form and JSON show each other’s edits, and what is wrong stands at its field', () => open({}, async (page) => {
  await enter(page)
  await tool(page, BULK)
  await json(page, { campaignId: 'x', filter: { countries: ['FR', 'France'] }, order: 'newst', nonsense: 1 })
  assert.equal(await page.getByLabel('Campaign id campaignId required').inputValue(), 'x')
  const refusal = await ask(page)
  for (const [field, message] of [['/input/campaignId', /UUID/], ['/input/filter/countries', /refused/], ['/input/order', /newest/]]) {
    const fault = page.locator(`[id="f${field}-fault"]`)
    await fault.waitFor()
    assert.match(await text(fault), message)
  }
  assert.match(await text(refusal), /\/input\/nonsense.*nonsense/s)
  await refusal.locator('button', { hasText: '/input/order' }).click()
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f/input/order')
  await page.locator('[id="f/input/campaignId"]').fill('c0000001-0000-4000-8000-000000000001')
  assert.equal(await page.locator('[id="f/input/campaignId-fault"]').count(), 0, 'what is changed is judged anew')
  await page.locator('.raw textarea').fill('{"campaignId": ')
  assert.match(await text(page.locator('#raw-fault')), /No JSON yet/)
  assert.ok(await main(page).isDisabled())
}))

test('a lost answer is had again without a second effect', () => open({}, async (page) => {
  await enter(page)
  const name = `Perdue ${Date.now()}`
  await tool(page, 'create_outbound_campaign')
  await json(page, { name })
  await ask(page)
  await page.route('**/tools/create_outbound_campaign', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await apply(page).click()
  await page.locator('[aria-labelledby=answer] .fault').waitFor()
  assert.match(await text(await answer(page)), /can’t be reached.*Nothing is done twice/s)
  await page.unroute('**/tools/create_outbound_campaign')
  await page.locator('nav a', { hasText: 'Calls' }).click()
  await page.locator('main li button', { hasText: 'Ask again' }).first().click()
  await page.locator('main li .done').first().waitFor()
  await page.locator('main li button', { hasText: 'Open' }).first().click()
  const again = await answer(page)
  assert.match(await text(again), /answered from the record/)
  await tool(page, 'list_campaigns')
  await json(page, { search: name })
  assert.match(await text(await ask(page)), /1 campaign/)
}))

test('a long call is left, and goes on', () => open({}, async (page) => {
  await enter(page)
  let release
  const held = new Promise((resolve) => { release = resolve })
  await page.route('**/tools/bulk_get_agent_workloads', async (route) => {
    await held
    await route.continue()
  })
  await tool(page, 'bulk_get_agent_workloads')
  await main(page).click()
  await page.getByText('You may leave this view').waitFor()
  await page.locator('nav a', { hasText: '1 running' }).waitFor()
  await page.locator('nav a', { hasText: 'Audit log' }).click()
  release()
  await page.locator('nav a', { hasText: 'Calls' }).click()
  await page.locator('main li .done').waitFor()
  await page.locator('main li button', { hasText: 'Open' }).click()
  assert.match(await text(await answer(page)), /agents have/)
}))

test('who comes after somebody else sees nothing of theirs', () => open({}, async (page) => {
  const expire = async () => {
    await page.route('**/operator/audit?**', (route) => route.fulfill({ status: 401, contentType: 'application/json', body: '{"success": false, "data": null, "error": "no"}' }))
    await page.locator('nav a', { hasText: 'Audit log' }).click()
    await page.locator('#token').waitFor()
    await page.unroute('**/operator/audit?**')
  }
  const left = async () => {
    await page.locator('nav').waitFor()
    const seen = [await page.locator('header').innerText(), await page.locator('.filters').getByLabel('Subject').inputValue()]
    await tool(page, 'create_outbound_campaign')
    return [...seen, await page.locator('.raw textarea').inputValue()].join(' ')
  }
  await enter(page)
  await tool(page, 'create_outbound_campaign')
  await json(page, { name: 'of the first' })
  await page.locator('nav a', { hasText: 'Audit log' }).click()
  await page.locator('.filters').getByLabel('Subject').fill('somebody')
  await page.locator('nav a', { hasText: 'Tools' }).click()
  await expire()
  await signIn(page)
  assert.match(await left(), /Lumière.*somebody.*of the first/s, 'the same person goes on')
  await expire()
  await signIn(page, process.env.CRM_TOKEN_OF_ANOTHER)
  assert.doesNotMatch(await left(), /Lumière|somebody|of the first/)
}))

test('trouble is told with what to do', () => open({}, async (page) => {
  await enter(page)
  await tool(page, 'list_campaigns')
  const refuse = (status, code) => page.route('**/tools/list_campaigns', (route) => route.fulfill({
    status, contentType: 'application/json', body: JSON.stringify({ success: false, data: { code, violations: [] }, error: 'no', meta: { requestId: 'r' } }),
  }))
  for (const [status, code, sentence] of [[503, 'unavailable', /Wait a few seconds/], [413, 'payload_too_large', /Split it/], [429, 'rate_limited', /Wait a moment/], [500, 'internal_error', /requestId/]]) {
    await refuse(status, code)
    await main(page).click()
    await page.locator('[aria-labelledby=answer] .fault', { hasText: sentence }).waitFor()
    await page.unroute('**/tools/list_campaigns')
  }
  await refuse(401, 'unauthenticated')
  await main(page).click()
  assert.match(await text(page.locator('[role=alert]')), /has expired/)
  await page.unroute('**/tools/list_campaigns')
  await signIn(page)
  await page.locator('nav').waitFor()
  assert.match(await text(page.locator('header')), /Lumière Énergie/, 'the same person goes on in the same workspace')
  await page.getByText('Sign out').click()
  await signIn(page)
  await page.locator('#workspace').waitFor()
  assert.ok(page.url().startsWith(address))
}))
