// Starts the program, or says in plain words why it can't. Trunk names the program's two files in the page's head, each with
// its integrity, which the browser enforces on the WebAssembly before a byte of it runs.

// The reader's theme comes first, so that the page doesn't flash; index.html lets the first paint wait for this. Where storage
// is blocked, already asking for it throws.
try {
  const theme = localStorage.getItem("quota-calculator/theme");
  if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // The device's own theme it is.
}

const module = document.querySelector("link[rel=modulepreload]");
const program = document.querySelector("link[rel=preload][as=fetch]");

/** Fetches the program; a file that isn't the one that was published never arrives. */
async function fetchProgram() {
  const response = await fetch(program.href, { integrity: program.integrity });
  if (!response.ok) throw new Error(`${program.href}: ${response.status}`);
  return response;
}

/** Shows the static prices at once, with the reason why there is nothing more. */
function giveUp(reason) {
  document.documentElement.classList.add("failed");
  document.getElementById("fallback-reason").textContent = `${reason} The prices below need no program.`;
}

async function start() {
  if (typeof WebAssembly !== "object") {
    return giveUp("The calculator can’t start: this browser doesn’t support WebAssembly, or it is switched off.");
  }
  let response;
  let initialize;
  try {
    [{ default: initialize }, response] = await Promise.all([import(module.href), fetchProgram()]);
  } catch (error) {
    console.warn(error);
    return giveUp("The calculator can’t start: its program didn’t arrive, or it isn’t the one that was published.");
  }
  try {
    await initialize({ module_or_path: response });
  } catch (error) {
    console.warn(error);
    return giveUp("The calculator can’t start: this browser refused to run its program.");
  }
  // From here on an error means that the program has stopped: it doesn't go on after one.
  addEventListener("error", () => (document.getElementById("stopped").hidden = false));
}

start();
