// Lists of an answer as tables: names before ids, what is nested by its name.
import { number, plain, time, word } from './language.js'
import { Data, html, isObject } from './view.js'

const COLUMNS = 12
const DRAWN = /^(documents|attention|steps|fields|lint|pairs|selectedPath)$/
const ID = /^id$|Id$/

const named = (value) => value?.fullName ?? value?.name

/** The members of a row; what holds more than an id and a name gives its own. */
const flat = (row) => Object.entries(row).flatMap(([name, value]) => (isObject(value) && (!named(value) || Object.keys(value).length > 2) ? Object.entries(value) : [[name, value]]))

function cell(name, value) {
  if (Array.isArray(value)) return html`<${Data} of=${value.map((each) => named(each) ?? (isObject(each) ? word(each.code ?? name) : each)).join(', ')} />`
  if (isObject(value)) return html`<${Data} of=${named(value) ?? value} />`
  if (/^\d{4}-\d\d-\d\dT.+Z$/.test(value)) return time(value)
  if (/^(status|state|audience|lastOutcome|action)$/.test(name) && value) return word(value)
  return typeof value === 'string' ? html`<${Data} of=${value} mono=${ID.test(name)} />` : plain(value) ?? '–'
}

function Table({ name, rows }) {
  const maps = rows.map((row) => new Map(flat(row)))
  const names = [...new Set(maps.flatMap((row) => [...row.keys()]))]
  const columns = [...names.filter((each) => !ID.test(each)), ...names.filter((each) => ID.test(each))].slice(0, COLUMNS)
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${word(name)}><table class="rows">
      <caption>${word(name)} <span class="pill">${number(rows.length)}</span></caption>
      <thead><tr>${columns.map((column) => html`<th scope="col">${word(column)}</th>`)}</tr></thead>
      <tbody>${maps.map((row) => html`<tr>${columns.map((column) => html`<td>${cell(column, row.get(column))}</td>`)}</tr>`)}</tbody></table></div>`
}

/** Lists are bounded by the server. */
export const Tables = ({ output }) => Object.entries(output)
  .filter(([name, value]) => Array.isArray(value) && value.length > 0 && value.every(isObject) && !DRAWN.test(name))
  .map(([name, rows]) => html`<${Table} key=${name} name=${name} rows=${rows} />`)
