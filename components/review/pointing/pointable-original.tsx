'use client'

import type { ComponentProps } from 'react'
import { OriginalPane } from '../page/original-pane'
import { wordsOfPdfPage } from './pdf-words'
import { usePointing } from './pointing'
import { WordLayer } from './word-layer'

type PointableOriginalProps = Omit<ComponentProps<typeof OriginalPane>, 'overlay' | 'onPdf'>

/** The original, whose words go into the field that is being filled. */
export function PointableOriginal(props: PointableOriginalProps) {
  const pointing = usePointing()
  return (
    <OriginalPane
      {...props}
      overlay={(layer) => <WordLayer {...layer} />}
      onPdf={(findPage) =>
        pointing?.setPdfText(
          findPage &&
            (async (page) => {
              const found = await findPage(page)
              return found ? wordsOfPdfPage(found) : []
            }),
        )
      }
    />
  )
}
