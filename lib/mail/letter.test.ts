import { expect, test } from 'vitest'
import { renderLetter } from './letter'

const render = (name: string) =>
  renderLetter({
    locale: 'en',
    subject: `About ${name}`,
    blocks: [`Hello ${name}`, { list: [name] }, { link: 'https://desk.test/?a=1&b=2', label: 'Open' }],
    footer: 'Bye',
  })

test('text and HTML say the same', () => {
  const { text, html } = render('a.pdf')
  expect(text).toBe('Hello a.pdf\n\n- a.pdf\n\nOpen: https://desk.test/?a=1&b=2\n\n—\n\nBye\n')
  expect(html).toContain('<p>Hello a.pdf</p>\n<ul><li>a.pdf</li></ul>')
  expect(html).toContain('<a href="https://desk.test/?a=1&amp;b=2">Open</a>')
})

test('a name cannot become a header, a line of its own or a right-to-left trick', () => {
  const { subject, text } = render('x\r\nBcc: all@evil.test\u202Efdp.exe')
  expect(subject).toBe('About x Bcc: all@evil.test fdp.exe')
  expect(text).toContain('- x Bcc: all@evil.test fdp.exe\n')
})

test('a name cannot become markup', () => {
  expect(render('<img src=x onerror=1>"').html).not.toMatch(/<img|onerror=1>"/)
})
