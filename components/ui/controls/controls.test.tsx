// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '@/tests/support/render'
import { Notice } from '../notice'
import { Progress } from '../progress'
import { TruncatedName } from '../truncated-name'
import { Button } from './button'
import { Checkbox } from './checkbox'
import { ConfirmDialog } from './confirm-dialog'
import { CopyButton } from './copy-button'
import { Dialog, DialogContent } from './dialog'
import { Field } from './field'
import { Input } from './input'
import { Segmented } from './segmented'
import { Select } from './select'

test('a button sends no form unless it says so, and can be the look of a link', () => {
  renderDesk(
    <>
      <Button>Plain</Button>
      <Button type="submit">Send</Button>
      <Button asChild>
        <a href="/x">Documents</a>
      </Button>
    </>,
  )
  const types = screen.getAllByRole<HTMLButtonElement>('button').map(({ type }) => type)
  expect(types).toEqual(['button', 'submit'])
  expect(screen.getByRole('link', { name: 'Documents' }).getAttribute('href')).toBe('/x')
})

test('a copy button copies what it is asked to at that moment, and says so for a second and a half', async () => {
  vi.useFakeTimers()
  renderDesk(<CopyButton text={() => 'made now'} label="Copy it" copiedLabel="Copied" />)
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy it' })))
  expect(writeText).toHaveBeenCalledExactlyOnceWith('made now')
  act(() => void vi.advanceTimersByTime(1_499))
  expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy()
  act(() => void vi.advanceTimersByTime(1))
  expect(screen.getByRole('button', { name: 'Copy it' })).toBeTruthy()
})

function Question({
  onConfirm,
  onOpenChange,
}: {
  onConfirm: () => void
  onOpenChange: (open: boolean) => void
}) {
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title="Sure?"
      description="It costs."
      confirmLabel="Yes"
      cancelLabel="No"
      onConfirm={onConfirm}
    />
  )
}

test('a question is confirmed by its own button alone; the other, and Escape, only close it', async () => {
  const onConfirm = vi.fn()
  const onOpenChange = vi.fn()
  const { user } = renderDesk(<Question onConfirm={onConfirm} onOpenChange={onOpenChange} />)
  expect(screen.getByRole('alertdialog', { name: 'Sure?' }).textContent).toContain('It costs.')
  // Nothing is confirmed by Enter alone: the keyboard begins at the way back.
  expect(document.activeElement?.textContent).toBe('No')
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'No' }))
  expect(onConfirm).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Yes' }))
  expect(onConfirm).toHaveBeenCalledOnce()
  expect(onOpenChange.mock.calls).toEqual([[false], [false], [false]])
})

test('a dialog is named by its title, described where there is something to say, and closed by its cross', async () => {
  const onOpenChange = vi.fn()
  const { user } = renderDesk(
    <Dialog open onOpenChange={onOpenChange}>
      <DialogContent title="Keys" description="All of them" closeLabel="Close it">
        <p>list</p>
      </DialogContent>
    </Dialog>,
  )
  const dialog = screen.getByRole('dialog', { name: 'Keys' })
  const description = document.getElementById(dialog.getAttribute('aria-describedby') ?? '')
  expect(description?.textContent).toBe('All of them')
  await user.click(screen.getByRole('button', { name: 'Close it' }))
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false)
})

test('a field is named by its label and described by its hint, or by what is wrong instead', () => {
  const field = (error?: string) => (
    <Field label="Name" hint="As printed" error={error}>
      <Input />
    </Field>
  )
  const { rerender } = renderDesk(field())
  const input = screen.getByLabelText('Name')
  const described = () => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent
  expect([described(), input.getAttribute('aria-invalid')]).toEqual(['As printed', 'false'])
  rerender(field('Too long'))
  expect([described(), input.getAttribute('aria-invalid')]).toEqual(['Too long', 'true'])
  expect(screen.queryByText('As printed')).toBeNull()
  expect(screen.getByRole('alert').textContent).toBe('Too long')
})

test('a choice among few cannot be emptied', async () => {
  const onChange = vi.fn()
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ] as const
  const { user } = renderDesk(<Segmented label="View" value="a" onChange={onChange} options={options} />)
  await user.click(screen.getByRole('radio', { name: 'A' }))
  expect(onChange).not.toHaveBeenCalled()
  await user.click(screen.getByRole('radio', { name: 'B' }))
  expect(onChange).toHaveBeenCalledExactlyOnceWith('b')
})

test('a select shows what is chosen and hands on what is chosen next', async () => {
  const onChange = vi.fn()
  const options = [
    { value: '1', label: 'One' },
    { value: '2', label: 'Two' },
  ]
  const { user } = renderDesk(<Select aria-label="Number" value="1" onChange={onChange} options={options} />)
  const box = screen.getByRole('combobox', { name: 'Number' })
  expect(box.textContent).toBe('One')
  box.focus()
  await user.keyboard('{Enter}')
  await user.click(screen.getByRole('option', { name: 'Two' }))
  expect(onChange).toHaveBeenCalledExactlyOnceWith('2')
})

test.each([true, false, 'indeterminate'] as const)('a box says whether it is ticked: %s', (checked) => {
  renderDesk(<Checkbox checked={checked} aria-label="All" />)
  const expected = checked === 'indeterminate' ? 'mixed' : String(checked)
  expect(screen.getByRole('checkbox', { name: 'All' }).getAttribute('aria-checked')).toBe(expected)
})

test.each([
  [-1, '0'],
  [0.254, '25'],
  [0.255, '26'],
  [1, '100'],
  [3, '100'],
])('progress of %d is shown as %s percent', (value, percent) => {
  renderDesk(<Progress value={value} label="Sent" />)
  const bar = screen.getByRole('progressbar', { name: 'Sent' })
  expect(bar.getAttribute('aria-valuenow')).toBe(percent)
  expect(bar.querySelector('div')?.style.width).toBe(`${percent}%`)
  expect(bar.hasAttribute('aria-valuetext')).toBe(false)
})

test('only what is urgent interrupts a reader', () => {
  renderDesk(
    <>
      <Notice title="Calm">text</Notice>
      <Notice urgent>now</Notice>
    </>,
  )
  expect(screen.getByRole('status').textContent).toBe('Calmtext')
  expect(screen.getByRole('alert').textContent).toBe('now')
})

test.each([
  ['short.pdf', '', 'short.pdf'],
  ['exactly10.', '', 'exactly10.'],
  ['factura de noviembre 0017.pdf', 'factura de noviembr', 'e 0017.pdf'],
  ['señal 🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾', 'señal ', '🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾'],
])('a name gives way in its middle and is read whole: %s', (name, head, tail) => {
  const { container } = renderDesk(<TruncatedName name={name} />)
  const parts = [...container.querySelectorAll('[aria-hidden] > span')].map((part) => part.textContent)
  expect(parts).toEqual(head ? [head, tail] : [tail])
  expect(screen.getByTitle(name).querySelector('.sr-only')?.textContent).toBe(name)
})
