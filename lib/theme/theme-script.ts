/** Where the visitor's choice is kept; absent means "as the system". */
export const themeStorageKey = 'theme'

/**
 * Runs in <head> before the first paint: applies a stored theme, so that nothing flashes; marks the page as scripted
 * (`data-js`), so that controls which need script are hidden without it; and where a wallet was connected before
 * (`data-wallet`) or addresses are watched (`data-watched`), keeps the place of what comes for them, so that nothing moves. Its text never changes: a
 * Content-Security-Policy can list its hash.
 */
export const themeScript =
  "(function(){var d=document.documentElement.dataset;d.js='';try{var s=localStorage,t=s.getItem('theme');" +
  "if(t==='light'||t==='dark')d.theme=t;if(s.getItem('livepeer-delegator:wallet'))d.wallet='';if(s.getItem('watched'))d.watched=''}catch(e){}})()"
