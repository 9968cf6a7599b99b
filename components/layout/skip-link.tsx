/** First in the tab order: past the bars to the content. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:bg-panel focus:px-4 focus:py-2 focus:shadow-float"
    >
      Skip to content
    </a>
  )
}
