import type { Palette } from './to-svg.ts'

/** Hands a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** The colours of the page as it is shown now, light or dark. */
export function pagePalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    paper: colour('paper'),
    raised: colour('raised'),
    strong: colour('strong'),
    ink: colour('ink'),
    quiet: colour('quiet'),
  }
}

/** Paints an SVG document at twice its size, or smaller where a browser would refuse the picture. Undefined when it cannot be painted. */
export async function toPng({ svg, width, height }: { svg: string; width: number; height: number }): Promise<Blob | undefined> {
  const scale = Math.min(2, 8000 / width, 8000 / height)
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width * scale)
    canvas.height = Math.ceil(height * scale)
    const context = canvas.getContext('2d')
    if (!context) return undefined
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/png'))
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(url)
  }
}
