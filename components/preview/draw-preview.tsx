import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import type { PreviewCard } from '@/components/preview/preview-card'
import { PreviewImage, previewSize } from '@/components/preview/preview-image'
import { processWide } from '@/lib/network/process-wide'

const folder = join(process.cwd(), 'node_modules/@fontsource/instrument-sans/files')

interface Font {
  name: string
  data: Buffer
  weight: 400 | 600
  style: 'normal'
}

/** The site's own letters, in the form the drawing engine reads (it takes no variable font and no woff2). */
function fonts(): Promise<Font[]> {
  return processWide('preview-fonts', () =>
    Promise.all(
      ([400, 600] as const).flatMap((weight) =>
        ['latin', 'latin-ext'].map(
          async (letters): Promise<Font> => ({
            name: letters === 'latin' ? 'Sans' : 'Sans Extended',
            data: await readFile(join(folder, `instrument-sans-${letters}-${weight}-normal.woff`)),
            weight,
            style: 'normal',
          }),
        ),
      ),
    ),
  )
}

/**
 * Draws a link's picture, a PNG; some 200 ms of one core. The engine would fetch emoji and missing letters from elsewhere: cards
 * hold none (`drawableText`).
 */
export async function drawPreview(card: PreviewCard): Promise<Buffer> {
  const image = new ImageResponse(<PreviewImage card={card} />, { ...previewSize, fonts: await fonts() })
  return Buffer.from(await image.arrayBuffer())
}
