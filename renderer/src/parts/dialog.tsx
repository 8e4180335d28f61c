import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { useWindow } from '../window-state.ts'
import { Button, ButtonRow } from './button.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  /** The words of the button that does it. */
  readonly confirm: string
  readonly cancel?: string
  readonly danger?: boolean
  readonly open: boolean
  /** It is being done: nothing here can be pressed until that has ended. */
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before something that matters. Escape and the cancel button leave everything as it is, and have the focus first. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { say } = useWindow()
  const { title, children, confirm, cancel, danger = false, open, busy = false, onConfirm, onCancel } = props
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => {
        if (!next && !busy) onCancel()
      }}
      className="fixed inset-0 z-10 flex items-center justify-center overflow-y-auto bg-opacity-gray-600 p-4"
    >
      <Modal className="max-h-full w-full max-w-xl overflow-y-auto rounded-12 border border-solid-gray-600 bg-white">
        <AriaDialog role="alertdialog" className="p-6">
          <Heading slot="title" className="text-[1.375rem] leading-150 font-bold">
            {title}
          </Heading>
          <div className="mt-3">{children}</div>
          <ButtonRow>
            <Button look={danger ? 'danger' : 'primary'} busy={busy} onPress={onConfirm}>
              {confirm}
            </Button>
            <Button autoFocus busy={busy} onPress={onCancel}>
              {cancel ?? say(kitWords.cancel)}
            </Button>
          </ButtonRow>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
