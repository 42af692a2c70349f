import type { Random } from '../random'
import { type Day, toIsoDate } from './dates'

const forms = [
  '####',
  '#####',
  '######',
  '########',
  '##########',
  '@-####',
  '@@####',
  '@@@-#####',
  '@@@ #### ## ###',
  'INV-####',
  'INV######',
  'INV-{yyyy}-###',
  '{yyyy}-###',
  '{yyyy}/###',
  '{yyyy} - ####',
  '{yy}/####',
  '###/{yyyy}',
  '##/{mm}/{yyyy}',
  '{yyyy}{mm}##',
  '{yyyy}{mm}{dd}-##',
  'R{yy}-#####',
  'RE-{yyyy}-####',
  'A-####',
  'F{yy}/####',
  '@/###/{yy}',
  '{yy}-###-@@',
  '#-###-######',
  '@@-#######',
  '### ###',
  '##-####-##',
  'FV/##/{mm}/{yyyy}',
  '@@@/{yyyy}/####',
  '{yyyy}.###',
  'No{yy}####',
  '@#@#@#-####',
  '########-####',
  '#/####',
  'SI-######',
  '##.###',
  '@{yy}{mm}###',
  'INV {yyyy} {mm} ###',
  '###',
  '##',
  '@@@@######',
  '00####',
  '000000###',
  'WEB#####',
  'FT {yyyy}/####',
  '@@ {yyyy}/###',
  '@@@@ #####',
  '@@@ 00###',
  'F{yyyy}/####',
  '#####-########',
  '{yy}.#####',
] as const

const receiptForms = [
  '######',
  '####',
  '########',
  'CS-@@-#######',
  'T#-####',
  '####/###/@####',
  '@#######',
  '#-######',
  '@@##############',
  '{yyyy}{mm}{dd}####',
  '{yy}{mm}{dd}-####',
  '@###-######',
  'CS######',
  '##########',
  '@@######',
  '#####-##-#####',
  '00########',
  '###-###-###',
  '@@@####',
  'OR{yy}{mm}{dd}########',
] as const

/** A number as firms give them to their papers; the year of some is that of the paper. */
export function makeDocumentNumber(random: Random, day: Day, of: 'paper' | 'receipt' = 'paper'): string {
  const form: string = random.pick(of === 'paper' ? forms : receiptForms)
  const [yyyy = '', mm = '', dd = ''] = toIsoDate(day).split('-')
  const parts: { [part: string]: string } = { yyyy, mm, dd, yy: yyyy.slice(2) }
  const number = random
    .form(form.replace(/\{(\w+)\}/g, (_, part: string) => `{${part}}`))
    .replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')
  return /^0+$/.test(number) ? `1${number.slice(1)}` : number
}
